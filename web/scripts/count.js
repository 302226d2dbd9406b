import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs'
import { start } from './start.js'

start([CharacterCount])
