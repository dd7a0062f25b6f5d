-- What a server reads itself is in the queue as held: listed by all servers, taken by no worker, and listed no longer once its server has
-- not told of it for a while. How far it is, as that server last told; null while it waits for its turn.
alter table queue drop constraint queue_state_check;
alter table queue add constraint queue_state_check check (state in ('waiting', 'held', 'failed', 'done'));
alter table queue add column progress json;
