/**
 * @param {import('../running.mjs').Running} server
 * @param {string} name
 * @returns {Promise<import('../load/person.mjs').Place>}
 */
export async function placeOn(server, name) {
  return { address: await server.makeRoom(name), name, framing: server.framing }
}
