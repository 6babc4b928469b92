import type { FeedHandlers } from '../../protocol/serveAgent.ts'
import type { Answering } from '../calls/Answering.ts'
import { blameFeed } from './blameFeed.ts'
import { findInValueFeed } from './findInValueFeed.ts'
import { overviewFeed } from './overviewFeed.ts'
import { runUntilChangedFeed } from './runUntilChangedFeed.ts'

/** Everything that a panel may listen to. */
export const createFeeds = (answering: Answering): FeedHandlers => ({
  overview: overviewFeed(answering),
  list: (give, out) => answering.lists.open(give, out),
  blame: blameFeed(answering),
  findInValue: findInValueFeed(answering),
  runUntilChanged: runUntilChangedFeed(answering),
})
