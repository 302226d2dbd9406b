// A centre for one test file: a data folder of its own and the real binary serving it, both gone
// when the file is done. Nothing sleeps: every wait is for a line or an end, and bounded.
import { execFile, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)

export const root = fileURLToPath(new URL('../../../', import.meta.url))
const patience = 60_000 // milliseconds for anything that normally takes a few thousand

const passphrases = {
  demo: 'only for this demonstration',
  administrator: 'seven tall herons stand in the rain',
  'duty-lead': 'a kettle sings beside the quiet window'
}

function binary() {
  const path = resolve(root, process.env.SAFETY_CENTRE ?? 'build/release/src/main/safety-centre')
  try {
    accessSync(path, constants.X_OK)
  } catch {
    throw new Error(
      `there is no safety-centre at ${path}: build it with \`cmake --build --preset release\`, ` +
        'or name one in SAFETY_CENTRE'
    )
  }
  return path
}

// Stopped from outside, the tests end as they do otherwise: with their servers.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))

// RFC 6238, as an authenticator app does it from an otpauth:// address.
export function codeAt(otpauth, milliseconds) {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...new URL(otpauth).searchParams.get('secret').replace(/=+$/, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)))
  const step = Buffer.alloc(8)
  step.writeBigUInt64BE(BigInt(Math.floor(milliseconds / 30_000)))
  const digest = createHmac('sha1', key).update(step).digest()
  const at = digest.at(-1) & 15
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

export class Centre {
  publicSite // 'http://127.0.0.1:PORT', as long as the server runs
  workbench
  #folder
  #kind
  #otpauth = {}
  #server
  #lines = []

  // With some 60 invented cases and an account for each role.
  static demo() {
    return new Centre().#open('demo')
  }

  // As an operator begins: no case yet, an administrator and a duty lead.
  static founded() {
    return new Centre().#open('init')
  }

  async #open(kind) {
    this.#kind = kind
    this.#folder = await mkdtemp(join(tmpdir(), 'safety-centre-browser-'))
    try {
      const making = run(binary(), [kind, '--data', this.#data()], { cwd: root, timeout: patience })
      if (kind === 'init') {
        making.child.stdin.end(`${passphrases.administrator}\n${passphrases['duty-lead']}\n`)
      }
      const { stdout } = await making
      for (const [, name, otpauth] of stdout.matchAll(/^Account (\S+) .*\n\s*(otpauth:\S+)/gm)) {
        this.#otpauth[name] = otpauth
      }
      await this.#serve()
    } catch (error) {
      await this.stop()
      throw error
    }
    return this
  }

  #data() {
    return join(this.#folder, 'data')
  }

  async #serve() {
    const anywhere = '127.0.0.1:0'
    const serve = ['serve', '--data', this.#data(), '--public', anywhere, '--workbench', anywhere]
    // A limit on files is told to a program by a signal first; a full disk is not.
    this.#server = spawn('sh', ['-c', 'trap "" XFSZ; exec "$@"', 'sh', binary(), ...serve], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe']
    })
    const server = this.#server
    const killed = () => server.kill('SIGKILL')
    process.once('exit', killed)
    this.ended = new Promise((done) => {
      server.once('exit', (code) => {
        process.off('exit', killed)
        done(code)
      })
    })
    const ready = new Promise((done) => {
      for (const stream of [server.stdout, server.stderr]) {
        createInterface({ input: stream }).on('line', (line) => {
          this.#lines.push(line)
          const [, what, address] = /(public site|workbench) on (http:\S+)\/$/.exec(line) ?? []
          if (what === 'public site') this.publicSite = address
          if (what === 'workbench') this.workbench = address
          if (this.publicSite && this.workbench) done()
        })
      }
    })
    await Promise.race([
      ready,
      this.ended.then(() => {
        throw new Error(`the server ended at once:\n${this.#lines.join('\n')}`)
      })
    ])
  }

  // The second factor's code of an account just now.
  async code(name) {
    if (this.#kind === 'init') return codeAt(this.#otpauth[name], Date.now())
    const { stdout } = await run(binary(), ['demo', '--data', this.#data(), '--code', name])
    return stdout.trim()
  }

  passphrase(name) {
    return this.#kind === 'init' ? passphrases[name] : passphrases.demo
  }

  // While `act` runs no file may grow: what a full disk is to the server.
  async withFullDisk(act) {
    const limit = (size) => run('prlimit', ['--pid', String(this.#server.pid), `--fsize=${size}:`])
    await limit('0')
    try {
      await act()
    } finally {
      await limit('unlimited')
    }
  }

  async stop() {
    this.#server?.kill('SIGTERM')
    const code = await this.ended
    await rm(this.#folder, { recursive: true, force: true })
    if (code) throw new Error(`the server ended with ${code}:\n${this.#lines.join('\n')}`)
  }
}
