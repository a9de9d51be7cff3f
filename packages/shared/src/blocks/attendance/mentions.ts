import { bareLines, remembered, type TextBlockJson } from '../reading/index.ts'

/** Whether a text block may be about who is there, or who takes notes. Most of the minutes are about neither. */
export interface Mentions {
  readonly people: boolean
  readonly notes: boolean
}

const PEOPLE =
  /present|att?e|part|regret|apolog|absen|excus|roll|able to|cannot|can.t |who|sign|blue|show|members|people|anwes|teilnehm|entschuld|gäste|présent|invit|asisten|ausent|disculp|justific|partecip|assent|scusati|ospiti|aanwezig|afwezig|deelnem|gasten|närvar|frånvar|tilstede|[出欠]席|参加|参会|与会|缺席|출석|참석|불참/i
const NOTES = /note|scrib|minut|secretar|recorder|rapporteur|protokoll|secrétaire|redacci|verbal|notul|記録|记录/i
/** Labels stand at the beginning of a line. */
const REACH = 160

export const mentionsIn = remembered((node: TextBlockJson): Mentions => {
  const starts = bareLines(node).map(({ text }) => (text.length > REACH ? text.slice(0, REACH) : text))
  return { people: starts.some((text) => PEOPLE.test(text)), notes: starts.some((text) => NOTES.test(text)) }
})
