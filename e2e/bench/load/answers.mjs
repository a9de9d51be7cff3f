import * as Y from 'yjs'

/** @typedef {import('./typist.mjs').Typist} Typist */
/** @typedef {{ readonly typist: Typist, readonly connection: import('./connection.mjs').Connection }} Other */

/**
 * Lets the others answer what is typed, as pages of their product do.
 *
 * @param {import('./wire/wire.mjs').Wire['answers']} answers
 * @param {readonly Other[]} others
 */
export function letAnswer(answers, others) {
  switch (answers) {
    case 'nothing':
      return
    case 'each-change':
      return answerEachChange(others)
    case 'in-step':
      return answerInStep(others)
  }
}

/** @param {readonly Other[]} others */
function answerEachChange(others) {
  for (const { typist, connection } of others) {
    connection.listen((heard) => {
      if (heard.kind === 'change' && isOfOthers(authorsOf(heard.update), typist)) typist.answer()
    })
  }
}

/**
 * Each change once the page under test, which is like theirs, has answered it: more than real pages get done they do not send
 * either. All hear the same, so one listens for all, which costs a twentieth.
 *
 * @param {readonly Other[]} others
 */
function answerInStep(others) {
  const own = new Set(others.map(({ typist }) => typist.id))
  /** @type {ReadonlySet<number>[]} the authors of each change */
  const unanswered = []
  others[0]?.connection.listen((heard) => {
    if (heard.kind === 'change') unanswered.push(authorsOf(heard.update))
    if (heard.kind !== 'caret' || own.has(heard.owner)) return
    const authors = unanswered.shift()
    if (authors === undefined) return
    for (const { typist } of others) if (isOfOthers(authors, typist)) typist.answer()
  })
}

/**
 * @param {ReadonlySet<number>} authors
 * @param {Typist} typist
 */
function isOfOthers(authors, typist) {
  return [...authors].some((author) => author !== typist.id)
}

/** @param {Uint8Array} update */
function authorsOf(update) {
  return new Set(Y.decodeUpdate(update).structs.map(({ id }) => id.client))
}
