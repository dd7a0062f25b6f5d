/** ONNX Runtime: loaded from here alone, so that it is quiet wherever it runs. */
import { env, InferenceSession, Tensor } from 'onnxruntime-node';

/**
 * Its builds keep a device's id and an event for each graph that is opened in the user's folder (~/.cache/Microsoft), to be sent to
 * their maker. It reads the environment when it opens its first graph: that of the process, which only the main thread can set.
 */
process.env.ORT_DISABLE_TELEMETRY = '1';

export const onnxRuntimeVersion = env.versions.node;
export { InferenceSession, Tensor };
