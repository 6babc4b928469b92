/** @jsxRuntime classic */
// The manager runs a React of its own, older than the panel's, and replaces `react` alone: no automatic runtime.
import * as React from 'react'
import { addons, types } from 'storybook/manager-api'
import { ADDON_ID, PANEL_ID } from './channel/events.ts'
import { ManagerModel } from './manager/ManagerModel.ts'
import { TimelinePanel } from './manager/TimelinePanel.tsx'

addons.register(ADDON_ID, (api) => {
  // Hears from the beginning what the panel shows when it is opened.
  const model = new ManagerModel(addons.getChannel())
  addons.add(PANEL_ID, {
    type: types.PANEL,
    title: 'Timeline',
    paramKey: 'playhead',
    match: ({ viewMode }) => viewMode === 'story',
    render: ({ active }) => <TimelinePanel isActive={active ?? false} model={model} api={api} />,
  })
})
