// Advisors and others at the workbench.
import { follow } from './chromium.mjs'

// Fills in the form; what is not given is right. A code works once: an account signs in only once
// in half a minute, so tests have an account each.
export async function signIn(page, centre, name, { passphrase, code } = {}) {
  await page.goto(`${centre.workbench}/sign-in`)
  await page.fill('#name', name)
  await page.fill('#passphrase', passphrase ?? centre.passphrase(name))
  await page.fill('#code', code ?? (await centre.code(name)))
  return follow(page, () => page.click('main .govuk-button:not(.govuk-button--secondary)'))
}

// "4:51am on 24 November 2026", as milliseconds in some zone: good for comparing.
function momentIn(text) {
  const said = /(\d+)(?::(\d+))?([ap])m on (\d+ [A-Z][a-z]+ \d{4})/
  const [, hour, minute = '0', half, day] = said.exec(text.replace('midday', '12pm'))
  const minutes = ((hour % 12) + (half === 'p' ? 12 : 0)) * 60 + Number(minute)
  return Date.parse(`${day} UTC`) + minutes * 60_000
}

// The rows of the queue as they are on the page.
export async function queueOf(page) {
  const rows = await page.$$eval('.app-queue tbody tr', (rows) =>
    rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim()))
  )
  return rows.map(([priority, answerBy, reference, ...rest]) => ({
    priority,
    answerBy: momentIn(answerBy),
    reference: reference.split('\n')[0],
    text: [answerBy, reference, ...rest].join('\n')
  }))
}
