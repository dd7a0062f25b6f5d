#!/bin/sh
# A session with curl: start the server (`npm start`), then run this. Each answer is a line of JSON.
set -eu
server=${VERSE_SERVER:-http://127.0.0.1:8787}

call() {
  path=$1
  shift
  curl -sS --fail-with-body "$server$path" -H 'content-type: application/json' "$@"
  echo
}

call /readyz
call /v1/documents

# A question, and a follow-up that brings the turn before it.
call /v1/ask -d '{ "question": "Which companies did Sweden ban from 5G networks in 2020?" }'
call /v1/ask -d '{
  "question": "and in Germany?",
  "history": [{ "question": "Which companies did Sweden ban from 5G networks in 2020?", "answer": "" }]
}'

# What does not hold in a sentence of a draft, and why.
call /v1/verify -d '{ "sentence": "Bosch is cutting 25,000 jobs.", "chapters": ["Germany"] }'

# The answer as it grows.
call /v1/ask -d '{ "question": "How many jobs is Bosch cutting?", "stream": true }'
