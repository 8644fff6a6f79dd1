import { compileSlots } from './filling.ts'
import type { Filling } from './filling.ts'
import { enumeratedSlot } from './enumerated-slot.ts'
import { canLackMember, listPlaces } from './form-part.ts'
import type { FormPart, FormPlace, Slot } from './form-part.ts'
import { leanValue } from './lean-value.ts'
import { listSlot } from './list-slot.ts'
import type { ListSlot } from './list-slot.ts'
import { isFreeText, messageSlot } from './message-slot.ts'
import type { MessageSlot } from './message-slot.ts'
import type { Role } from './role-of.ts'
import { valueSlot } from './value-slot.ts'

/** Compiles a part of an error form: finds the places for what is wrong, by what the document says of them. */
export function compilePart (part: FormPart): Filling {
  const places = listPlaces(part)
  const lists = places.map(place => listSlot(part, place, compilePart)).filter(slot => slot !== undefined)
  const messages = chooseMessages(part, places, lists)
  const hasMessage = messages.some(({ isWhole }) => isWhole)
  const chosen = chooseLists(part, lists, hasMessage)
  const slots = [...messages, ...chosen.map(({ path, writer }) => ({ path, write: writer(hasMessage) }))]
  slots.push(...listValues(part, places.filter(({ path }) => !slots.some(slot => slot.path === path))))
  const value = part.isExample ? part.value : leanValue(part, slots)
  return {
    value,
    write: compileSlots(value, slots),
    tellsWhole: hasMessage || chosen.some(({ tellsWhole }) => tellsWhole),
    tellsItems: chosen.some(({ tellsWhole }) => tellsWhole),
    isSure: places.some(({ path, role }) => role === 'message' && messages.some(slot => slot.path === path)),
    hasPlaces: slots.length > 0
  }
}

/**
 * Chooses the places for the message: those that are named or described as such, else the one for the error, else one
 * of those of which nothing is said.
 */
function chooseMessages (
  part: FormPart,
  places: readonly FormPlace[],
  lists: readonly ListSlot[]
): readonly MessageSlot[] {
  const slotsOf = (role: Role | undefined): MessageSlot[] => places
    .filter(place => place.role === role)
    .map(place => messageSlot(part, place))
    .filter(slot => slot !== undefined)
  const [named, errors] = [slotsOf('message'), slotsOf('error')]
  for (const slots of [named, errors]) {
    const whole = slots.filter(({ isWhole }) => isWhole)
    if (whole.length > 0) return whole
  }
  const isListed = lists.some(({ isSure, tellsWhole }) => isSure && tellsWhole)
  const guessed = isListed && part.isExample ? undefined : guessMessage(part, places)
  if (guessed !== undefined) return [guessed]
  if (lists.some(({ tellsWhole }) => tellsWhole)) return [...named, ...errors].slice(0, 1)
  const others = part.takesMore ? [] : [...slotsOf('title'), ...slotsOf(undefined)]
  const last = [...named, ...errors, ...others]
  return (last.find(({ isWhole }) => isWhole) ?? last[0]) === undefined ? [] : last.slice(0, 1)
}

/**
 * Chooses among texts of which nothing is said: a sentence of an example, or the second of two, as the first is what
 * the message is about, unless something else says that.
 */
function guessMessage (part: FormPart, places: readonly FormPlace[]): MessageSlot | undefined {
  const texts = places
    .filter(place => place.role === undefined && isFreeText(place))
    .map(place => ({ place, slot: messageSlot(part, place) }))
    .filter(({ slot }) => slot?.isWhole === true)
  const sentence = part.isExample ? longestSentence(texts.map(({ place }) => place)) : undefined
  if (sentence !== undefined) return texts.find(({ place }) => place === sentence)?.slot
  const required = texts.filter(({ place }) => !canLackMember(part, place))
  const [first, second] = required.length > 0 ? required : texts
  if (first === undefined || second === undefined) return first?.slot
  return places.slice(0, places.indexOf(first.place)).some(saysWhat) ? first.slot : second.slot
}

function longestSentence (places: readonly FormPlace[]): FormPlace | undefined {
  const sentences = places.filter(({ value }) => /\p{L}\s+\p{L}/u.test(String(value)))
  return sentences.toSorted((a, b) => String(b.value).length - String(a.value).length)[0]
}

/** Tells whether a place says what kind of error there is, or where. */
function saysWhat (place: FormPlace): boolean {
  if (place.role === 'code' || place.role === 'title' || place.role === 'field') return true
  return typeof place.value === 'number' || (typeof place.value === 'string' && !isFreeText(place))
}

/**
 * Chooses the lists that are for errors; one that may be for anything only where nothing else has room. A violation has
 * no violations of its own.
 */
function chooseLists (part: FormPart, lists: readonly ListSlot[], hasMessage: boolean): readonly ListSlot[] {
  if (part.subject === 'violation' && hasMessage) return lists.filter(({ tellsWhole }) => !tellsWhole)
  const sure = lists.filter(({ isSure }) => isSure)
  if (hasMessage || sure.some(({ tellsWhole }) => tellsWhole)) return sure
  return [...sure, ...lists.filter(({ isSure, tellsWhole }) => !isSure && tellsWhole).slice(0, 1)]
}

/**
 * Lists the slots of the facts beside the message. The first text of which nothing is said is what the message is
 * about: the field of a violation, the title of a refusal.
 */
function listValues (part: FormPart, places: readonly FormPlace[]): Slot[] {
  const slots: Slot[] = []
  const topic = part.subject === 'violation' ? 'field' : 'title'
  const known = new Set(places.map(({ role }) => role))
  for (const place of places) {
    const guess = guessRole(part, place, topic)
    const role = place.role ?? (guess === undefined || known.has(guess) ? undefined : guess)
    const slot = isWanted(part, place) ? enumeratedSlot(part, place) : undefined
    const made = slot ?? valueSlot(part, { ...place, role })
    if (made === undefined) continue
    known.add(role)
    slots.push(made)
  }
  return slots
}

/** Guesses the role of a place of which nothing is said. The examples of refusals have a title and a number already. */
function guessRole (part: FormPart, place: FormPlace, topic: 'field' | 'title'): Role | undefined {
  if (topic === 'field') return isFreeText(place) ? 'field' : undefined
  if (part.isExample || canLackMember(part, place)) return undefined
  if (isFreeText(place)) return 'title'
  return place.shape.kinds.has('integer') ? 'status' : undefined
}

/** Tells whether an enumerated value is worth choosing: one that stands for the error, or that cannot be left out. */
function isWanted (part: FormPart, place: FormPlace): boolean {
  return place.role !== undefined || !canLackMember(part, place)
}
