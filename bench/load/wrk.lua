-- Sends the requests of a plan in turn. Arguments: the plan's file, and where the counter starts.

local COUNTER = '@@@@@@@@@@@@'
local ID_PLACE = '########-####-####-####-############'

local requests, followUp
local turn, counter, calls = 0, 0, 0
local ids, first, last = {}, 1, 0

-- A text as its two parts around the place, so that a request costs one concatenation.
local function split (text, place)
  local from, to = text:find(place, 1, true)
  if not from then return text end
  return { text:sub(1, from - 1), text:sub(to + 1) }
end

local function take_id (_, _, body)
  local id = body:match('"Export":{"Id":"([^"]+)"')
  if id then
    last = last + 1
    ids[last] = id
  end
end

function init (args)
  local plan = dofile(args[1])
  counter = tonumber(args[2])
  requests = {}
  for i, text in ipairs(plan.requests) do requests[i] = split(text, COUNTER) end
  if plan.followUp then
    followUp = split(plan.followUp, ID_PLACE)
    -- Only now: wrk reads the bodies of answers where this is defined.
    response = take_id
  end
end

function request ()
  calls = calls + 1
  -- The first call is wrk's own, to look at the request.
  if calls == 2 then io.stderr:write('STARTED\n') end
  if first <= last then
    local id = ids[first]
    ids[first] = nil
    first = first + 1
    return followUp[1] .. id .. followUp[2]
  end
  turn = turn % #requests + 1
  local text = requests[turn]
  if type(text) == 'string' then return text end
  counter = counter + 1
  return text[1] .. string.format('%06x%06x', math.floor(counter / 2 ^ 24), counter % 2 ^ 24) .. text[2]
end

function done (summary)
  local errors = summary.errors
  io.write(string.format(
    '\nREPORT {"requests":%d,"seconds":%f,"bytes":%d,"refusals":%d,"failures":%d}\n',
    summary.requests, summary.duration / 1e6, summary.bytes, errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
