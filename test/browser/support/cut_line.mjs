// A line between browser and server that breaks: what was sent still reaches the server, its answer
// does not come back, and nothing more gets through until the line is mended.
import { createServer, connect } from 'node:net'

export class CutLine {
  site // the server's public site, by way of this line
  #server
  #cutAt = null
  #isCut = false
  #sockets = new Set()

  static async to(site) {
    const line = new CutLine()
    const { hostname, port } = new URL(site)
    line.#server = createServer((near) => {
      // Browsers try anew by themselves.
      if (line.#isCut) near.resetAndDestroy()
      else line.#join(near, connect(Number(port), hostname))
    })
    await new Promise((done) => line.#server.listen(0, '127.0.0.1', done))
    line.site = `http://127.0.0.1:${line.#server.address().port}`
    return line
  }

  #join(near, far) {
    for (const socket of [near, far]) {
      this.#sockets.add(socket)
      socket.on('close', () => this.#sockets.delete(socket))
      socket.on('error', () => {}) // the other end has gone, as it may
    }
    near.on('data', (bytes) => {
      if (this.#cutAt && bytes.includes(this.#cutAt)) {
        this.#cutAt = null
        this.#isCut = true
      }
      far.write(bytes)
    })
    far.on('data', (bytes) => {
      // The server has done its work and says so; nobody hears it.
      if (this.#isCut) near.resetAndDestroy()
      else near.write(bytes)
    })
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  }

  // The next request that starts with `start` reaches the server, and the line is cut.
  cutAfter(start) {
    this.#cutAt = start
  }

  mend() {
    this.#isCut = false
  }

  async close() {
    for (const socket of this.#sockets) socket.destroy()
    await new Promise((done) => this.#server.close(done))
  }
}
