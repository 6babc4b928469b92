import { Button, IconButton, Menu, MenuItem } from '@playhead/ui'
import {
  ArrowLeftToLine,
  ArrowRightToLine,
  ChevronLeft,
  ChevronRight,
  Pause,
  Play,
  Repeat,
  SkipBack,
  SkipForward,
} from 'lucide-react'
import type { StoreOverview } from '../../protocol/overview.ts'
import type { Arrangement } from '../model/arrangement.ts'
import { shortcutOf } from '../shortcuts/shortcuts.ts'
import { countText, placeText, speedText, timeText } from './playheadText.ts'
import { Scrubber } from './Scrubber.tsx'
import styles from './TransportBar.module.css'
import type { Transport } from './useTransport.ts'
import { speeds } from './useTransport.ts'

interface TransportBarProps {
  playhead: StoreOverview['playhead']
  /** Where it is bound for; it is shown there already. */
  bound: number | undefined
  speed: number
  loop: Arrangement['loop']
  transport: Transport
}

/** Moves the playhead as a player does: buttons, a scrubber from end to end, and where it is. */
export function TransportBar({ playhead, bound, speed, loop, transport }: TransportBarProps) {
  const { head, status } = playhead
  const offset = bound ?? playhead.offset
  const isEmpty = head < 0
  const isLive = status === 'live' && bound === undefined
  const isPlaying = status === 'playing'
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div role="group" aria-label="Transport" className={styles.bar}>
      <div className={styles.buttons}>
        <Step
          label="Before the first record"
          command="first"
          icon={<SkipBack />}
          isDisabled={isEmpty}
          onPress={transport.first}
          className={styles.wideOnly}
        />
        <Step
          label="One record back"
          command="stepBack"
          icon={<ChevronLeft />}
          isDisabled={isEmpty}
          onPress={() => transport.step(-1)}
        />
        <Step
          label={isPlaying ? 'Pause' : 'Play'}
          command="play"
          icon={
            isPlaying ? <Pause fill="currentColor" strokeWidth={0} /> : <Play fill="currentColor" strokeWidth={0} />
          }
          isDisabled={isEmpty}
          onPress={transport.toggle}
          className={styles.play}
        />
        <Step
          label="One record forward"
          command="stepForward"
          icon={<ChevronRight />}
          isDisabled={isEmpty}
          onPress={() => transport.step(1)}
        />
        <Step
          label="The newest record"
          command="last"
          icon={<SkipForward />}
          isDisabled={isEmpty}
          onPress={transport.last}
          className={styles.wideOnly}
        />
      </div>
      <Scrubber
        offset={offset}
        head={head}
        isParked={!isLive}
        loop={loop}
        text={placeText(offset, head)}
        onSeek={transport.seek}
      />
      <Place playhead={playhead} offset={offset} />
      <div className={styles.buttons}>
        <SpeedMenu speed={speed} onChange={transport.chooseSpeed} />
        <LoopMenu loop={loop} isDisabled={isEmpty} transport={transport} />
        <LiveButton isLive={isLive} onPress={transport.live} />
      </div>
    </div>
  )
}

function Step({
  command,
  ...props
}: Omit<Parameters<typeof IconButton>[0], 'shortcut'> & { command: Parameters<typeof shortcutOf>[0] }) {
  return <IconButton {...props} size="sm" shortcut={shortcutOf(command)} />
}

/** Each text has the room of the longest that it may be, so that nothing moves under the pointer of a drag. */
function Place({ playhead, offset }: { playhead: StoreOverview['playhead']; offset: number }) {
  const { head, time } = playhead
  if (head < 0) return <div className={styles.place}>No records yet</div>
  const newer = head - offset
  // While it is on its way, the time of where it was would be wrong.
  const isThere = offset === playhead.offset
  return (
    <div className={styles.place}>
      <span className={styles.newer} data-longest={`${countText(head + 1)} newer`}>
        <span>{newer > 0 && `${countText(newer)} newer`}</span>
      </span>
      <span className={styles.offset} data-longest={countText(head)}>
        <span>{offset < 0 ? 'start' : countText(offset)}</span>
      </span>
      <span className={styles.head}>/ {countText(head)}</span>
      <span className={styles.time} data-longest="2000-00-00 00:00:00.000">
        {time !== undefined && isThere && (
          <time dateTime={new Date(time).toISOString()}>{timeText(time, Date.now())}</time>
        )}
      </span>
    </div>
  )
}

function SpeedMenu({ speed, onChange }: { speed: number; onChange: (speed: number) => void }) {
  return (
    <Menu
      aria-label="Speed"
      placement="bottom end"
      trigger={
        <Button size="sm" variant="ghost" className={styles.speed} aria-label={`Speed: ${speedText(speed)}`}>
          {speedText(speed)}
        </Button>
      }
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[String(speed)]}
      onAction={(key) => onChange(Number(key))}
    >
      {speeds.map((each) => (
        <MenuItem key={each} id={String(each)}>
          {speedText(each)}
        </MenuItem>
      ))}
    </Menu>
  )
}

function LoopMenu({
  loop,
  isDisabled,
  transport,
}: {
  loop: Arrangement['loop']
  isDisabled: boolean
  transport: Transport
}) {
  const words = loop
    ? `Loop: from ${loop.from < 0 ? 'the start' : countText(loop.from)} to ${countText(loop.to)}`
    : 'Loop: off'
  return (
    <Menu
      aria-label="Loop"
      placement="bottom end"
      trigger={
        <IconButton
          size="sm"
          label={words}
          icon={<Repeat />}
          isDisabled={isDisabled}
          className={loop ? styles.on : undefined}
        />
      }
      onAction={(key) =>
        key === 'in' ? transport.loopIn() : key === 'out' ? transport.loopOut() : transport.loopOff()
      }
    >
      <MenuItem id="in" icon={<ArrowLeftToLine />} shortcut={shortcutOf('loopIn')}>
        Loop from here
      </MenuItem>
      <MenuItem id="out" icon={<ArrowRightToLine />} shortcut={shortcutOf('loopOut')}>
        Loop to here
      </MenuItem>
      <MenuItem id="off" isDisabled={!loop} shortcut={shortcutOf('loopOff')}>
        No loop
      </MenuItem>
    </Menu>
  )
}

/** Says whether the newest record is followed, and follows it again. */
function LiveButton({ isLive, onPress }: { isLive: boolean; onPress: () => void }) {
  return (
    <Button
      size="sm"
      variant={isLive ? 'ghost' : 'time'}
      className={isLive ? styles.live : styles.parked}
      aria-pressed={isLive}
      onPress={onPress}
    >
      <span aria-hidden="true" className={styles.dot} />
      Live
    </Button>
  )
}
