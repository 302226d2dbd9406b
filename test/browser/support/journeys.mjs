// The four ways through a report, walked as people do: read the page, answer, continue.
import assert from 'node:assert/strict'
import { follow } from './chromium.mjs'

const mostPages = 40

// Answers by the form's fields. A question without one here is left empty. Everything is invented.
export const audiences = {
  child: {
    danger: 'no',
    concerns: ['sexual_communication', 'grooming'],
    now: ['none'],
    pictures: ['images_requested'],
    person: ['person_is_adult', 'still_in_contact'],
    you: ['evidence_kept'],
    what_happened: 'A man in a game sends me gifts.\nNow he wants me to keep secrets.',
    wishes: 'I want it to stop.',
    name: 'Robin',
    age: '12',
    area: 'Leeds',
    person_usernames: 'dragon_rider_77\nnicefriend',
    person_platforms: ['discord', 'game'],
    another_person: 'no',
    contact: ['return_code', 'text'],
    phone: '07700 900 123',
    contact_times: 'After school'
  },
  parent: {
    danger: 'not_sure',
    concerns: ['grooming'],
    right_now: ['none'],
    pictures: ['not_sure'],
    person_facts: ['person_is_adult'],
    child_facts: ['evidence_kept'],
    what_happened: 'My son hides his phone and has presents that I did not buy.',
    child_name: 'Alex',
    child_age: '11',
    'child_date_of_birth-year': '2015',
    child_school: 'Hill Road School',
    child_postcode: 'LS1 1AA',
    child_usernames: 'alexplays',
    child_wishes: 'He wants to keep his game.',
    another_child: 'no',
    know_person: 'yes',
    person_name: 'Sam',
    person_relationship: 'Met in a game',
    person_usernames: 'dragon_rider_77',
    person_platforms: ['roblox'],
    another_person: 'no',
    nation: 'england',
    already_reported: 'no',
    reporter_name: 'Jo Carter',
    reporter_relationship: 'Mother',
    contact: ['email'],
    email: 'jo@example.com',
    contact_risk: 'no'
  },
  professional: {
    danger: 'no',
    concerns: ['indecent_image', 'sexual_communication'],
    right_now: ['none'],
    pictures: ['image_sent', 'images_circulating'],
    person_facts: ['position_of_trust'],
    child_facts: ['other_children_involved'],
    what_happened: 'A pupil told a teacher about messages from a coach.',
    child_name: 'Casey',
    child_age: '14',
    child_school: 'Hill Road School',
    another_child: 'no',
    know_person: 'yes',
    person_name: 'Lee Marsh',
    person_relationship: 'Coach',
    person_usernames: 'coach_lee',
    person_platforms: ['whatsapp'],
    another_person: 'no',
    nation: 'wales',
    already_reported: 'yes',
    reported_by: 'The school',
    know_involved: 'yes',
    involved_name: 'Dr Patel',
    another_involved: 'no',
    reporter_name: 'Kim Lloyd',
    contact: ['email', 'phone'],
    email: 'kim@example.org',
    phone: '029 2018 0000'
  },
  concerned_adult: {
    danger: 'no',
    concerns: ['meeting_online_contact', 'not_sure'],
    right_now: ['not_sure'],
    what_happened: 'A neighbour’s girl says she has a boyfriend online who is 30.',
    know_child: 'yes',
    child_name: 'Mia',
    another_child: 'no',
    know_person: 'no',
    nation: 'scotland',
    already_reported: 'not_sure',
    contact: ['return_code']
  }
}

// The one form of a page that goes on; an item's Remove is another.
const way = 'main .govuk-button:not(.govuk-button--secondary)'

// Answers what the page asks and `answers` knows.
export async function fillIn(page, answers) {
  const fields = await page.$$eval('main input:not([type=hidden]), main textarea', (controls) =>
    controls.map(({ name, type, value }) => ({ name, type, value }))
  )
  for (const { name, type, value } of fields) {
    const answer = answers[name]
    if (answer === undefined) continue
    if (type !== 'radio' && type !== 'checkbox') {
      await page.fill(`[name="${name}"]`, answer)
    } else if ([answer].flat().includes(value)) {
      await page.check(`[name="${name}"][value="${value}"]`)
    }
  }
}

export function goOn(page) {
  return follow(page, () => page.click(way))
}

// Walks on from the page that is open to the address that ends with `until`, and calls `onPage` on
// every page before it and on it. `response` is how the open page was answered.
export async function walk(page, answers, { until = '/check', onPage = () => {}, response } = {}) {
  const seen = []
  for (;;) {
    await onPage(page, response)
    const address = new URL(page.url()).pathname
    if (address.endsWith(until)) return response
    assert.ok(seen.push(address) <= mostPages, `no way to ${until}: ${seen.join(' ')}`)
    await fillIn(page, answers)
    response = await goOn(page)
    assert.notEqual(new URL(page.url()).pathname, address, `${address} did not take the answers`)
  }
}

// From the start page by the audience's door.
export async function begin(page, site, audience) {
  await page.goto(`${site}/`)
  return follow(page, () => page.click(`a[href="/report/${audience}"]`))
}

// The same, and all the way to check your answers.
export async function walkToCheck(page, site, audience, { answers = {}, ...options } = {}) {
  const response = await begin(page, site, audience)
  return walk(page, { ...audiences[audience], ...answers }, { response, ...options })
}

export function send(page) {
  return follow(page, () => page.click('text="Send your report"'))
}

// What the confirmation tells: everything that its reader needs later.
export async function readSent(page) {
  assert.equal(new URL(page.url()).pathname, '/report/sent')
  return {
    reference: await page.textContent('.govuk-panel strong'),
    code: await page.textContent('#return-code'),
    next: await page.textContent('h2:text("What happens next") + p')
  }
}

// A reference, seven words, and a day or an hour.
export function assertSent({ reference, code, next }) {
  assert.match(reference, /^[0-9B-Z]{5}-[0-9B-Z]{5}$/)
  assert.equal(code.trim().split(/\s+/).length, 7, code)
  const hour = '(\\d{1,2}(:\\d\\d)?[ap]m|midday)'
  const day = '(today|tomorrow|on [A-Z][a-z]+day \\d{1,2} [A-Z][a-z]+)'
  assert.match(next, new RegExp(` by ${hour} ${day}\\.`))
}
