import type { Trigger } from '../action/Trigger.ts'
import type { TopicPattern } from './topic.ts'
import { WORDS } from './topic.ts'

/** Whether a trigger is a pattern of topics, not an action creator. */
export const isTopic = (trigger: Trigger): trigger is TopicPattern => WORDS in trigger
