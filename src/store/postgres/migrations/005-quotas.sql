-- What the holders of quotas have used of them on all servers: a row for each token and length of window, begun anew by the first use after
-- its end. Only this table is written by who asks.
create table quota_uses (
  token text not null,
  seconds integer not null,
  used bigint not null,
  ends_at timestamptz not null,
  primary key (token, seconds)
) with (fillfactor = 50);
