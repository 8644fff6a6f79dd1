import { createRedisScript } from './redis-connection.ts'

/*
 * A world has four keys of one slot: `head`, a hash with its holder (the process that uses it, by the id of its lease
 * and a fencing number), the last fencing number, the place of the latest part and when its next task is due; `parts`,
 * a hash; and `order`, which sorts the parts by when they were first put.
 */

/** How long is remembered of a world that is not kept who used it last, in milliseconds: a day. */
const FORGET_MS = 86_400_000

/**
 * Takes a world that nobody holds, or whose holder is the one that is known to have gone, for the process with a lease.
 * Returns `[1, holder, due, whether there are parts]`, or `[0, holder]` where another process holds it.
 * KEYS: head, parts. ARGV: lease, holder that has gone.
 */
export const ACQUIRE = createRedisScript(`
local holder = redis.call('HGET', KEYS[1], 'holder')
if holder and holder ~= '' and holder ~= ARGV[2] and string.match(holder, '^%S+') ~= ARGV[1] then
  return { 0, holder }
end
local fence = redis.call('HINCRBY', KEYS[1], 'fence', 1)
local mine = ARGV[1] .. ' ' .. fence
redis.call('HSET', KEYS[1], 'holder', mine)
local isKept = redis.call('EXISTS', KEYS[2])
if isKept == 0 then redis.call('PEXPIRE', KEYS[1], ${FORGET_MS}) end
return { 1, mine, redis.call('HGET', KEYS[1], 'due'), isKept }
`)

/**
 * Has a world that a process still holds go over to its new lease. Returns the new holder, or nothing.
 * KEYS: head. ARGV: holder, lease.
 */
export const RECLAIM = createRedisScript(`
if redis.call('HGET', KEYS[1], 'holder') ~= ARGV[1] then return false end
local mine = ARGV[2] .. ' ' .. redis.call('HINCRBY', KEYS[1], 'fence', 1)
redis.call('HSET', KEYS[1], 'holder', mine)
return mine
`)

/**
 * Saves changes, all or none. Returns 1, or 0 where another process holds the world.
 * KEYS: head, parts, order. ARGV: holder, `1` to delete all parts first, due or nothing, the number of keys to delete,
 * these keys, and the keys and values to put.
 */
export const SAVE = createRedisScript(`
if redis.call('HGET', KEYS[1], 'holder') ~= ARGV[1] then return 0 end
local first = 5 + ARGV[4]
if ARGV[2] == '1' then redis.call('UNLINK', KEYS[2], KEYS[3]) end
if ARGV[2] == '1' and #ARGV < first then
  redis.call('HDEL', KEYS[1], 'place', 'due')
  redis.call('PEXPIRE', KEYS[1], ${FORGET_MS})
  return 1
end
for i = 5, first - 1 do
  redis.call('HDEL', KEYS[2], ARGV[i])
  redis.call('ZREM', KEYS[3], ARGV[i])
end
local latest = tonumber(redis.call('HGET', KEYS[1], 'place') or 0)
local place = latest
for i = first, #ARGV, 2 do
  if redis.call('HSET', KEYS[2], ARGV[i], ARGV[i + 1]) == 1 then
    place = place + 1
    redis.call('ZADD', KEYS[3], place, ARGV[i])
  end
end
if place ~= latest then redis.call('HSET', KEYS[1], 'place', place) end
if ARGV[3] == '' then redis.call('HDEL', KEYS[1], 'due') else redis.call('HSET', KEYS[1], 'due', ARGV[3]) end
redis.call('PERSIST', KEYS[1])
return 1
`)

/** Gives a world back. KEYS: head. ARGV: holder. */
export const RELEASE = createRedisScript(`
if redis.call('HGET', KEYS[1], 'holder') ~= ARGV[1] then return 0 end
return redis.call('HDEL', KEYS[1], 'holder')
`)

/** Lowers when a task of a world is due. KEYS: the due times of all worlds. ARGV: world, due. */
export const LOWER_DUE = createRedisScript(`
local before = redis.call('ZSCORE', KEYS[1], ARGV[1])
if not before or tonumber(before) > tonumber(ARGV[2]) then redis.call('ZADD', KEYS[1], ARGV[2], ARGV[1]) end
return 1
`)

/**
 * Changes when a task of a world is due, unless another process has changed it since.
 * KEYS: the due times of all worlds. ARGV: world, due as it was, due or nothing.
 */
export const CHANGE_DUE = createRedisScript(`
local before = redis.call('ZSCORE', KEYS[1], ARGV[1])
if before and tonumber(before) ~= tonumber(ARGV[2]) then return 0 end
if ARGV[3] == '' then return redis.call('ZREM', KEYS[1], ARGV[1]) end
return redis.call('ZADD', KEYS[1], ARGV[3], ARGV[1])
`)

/**
 * Takes or renews the lease of a process. Returns the secret of all processes, or nothing where the lease has expired.
 * KEYS: lease, the processes, the secret. ARGV: id, URL, milliseconds, `NX` to take or `XX` to renew, a secret where
 * there is none, `1` where the process takes new worlds.
 */
export const RENEW = createRedisScript(`
if not redis.call('SET', KEYS[1], ARGV[2], ARGV[4], 'PX', ARGV[3]) then return false end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
if ARGV[6] == '1' then redis.call('ZADD', KEYS[2], now + ARGV[3], ARGV[1]) else redis.call('ZREM', KEYS[2], ARGV[1]) end
redis.call('SET', KEYS[3], ARGV[5], 'NX')
return redis.call('GET', KEYS[3])
`)

/** Ends the lease of a process. KEYS: lease, the processes. ARGV: id. */
export const END_LEASE = createRedisScript(`
redis.call('ZREM', KEYS[2], ARGV[1])
return redis.call('DEL', KEYS[1])
`)
