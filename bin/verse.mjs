#!/usr/bin/env node
import module from 'node:module';
import { prepare } from './prepare.mjs';

// From Node 22.8 on: what V8 makes of the code is kept for the next start.
module.enableCompileCache?.();
prepare();
const { main } = await import('../dist/program/main.js');
await main();
