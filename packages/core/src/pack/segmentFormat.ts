/**
 * # The packed form of records
 *
 * A segment is up to 1,024 consecutive records of a log in one piece of bytes, column by column:
 * in memory, in a durable log and in a session file. It stands alone: nothing outside it is needed
 * to read it.
 *
 * ```
 *   bytes    'P' 'H' 'S'             what this is
 *   byte     version of the form     a reader refuses others
 *   uint32   checksum                FNV-1a of all bytes behind it
 *   varint   count                   records, 1 … 1,024
 *   varint   first offset            the others follow without gaps
 *   numbers  time of each record     as ms since 1970
 *   ── up to here for as-of by time: `readTimes` ──
 *   texts    names                   types, names of fields, clients of ids
 *   ints     type of each record     places in names
 *   ints     client of each id       places in names
 *   ints     sequence of each id     −1 where an id is not `<client>.<sequence>`
 *   ── up to here for filters by type: `readHead` ──
 *   texts    texts                   all other strings
 *   shapes   fields of each record   in their order; fields unknown today are kept
 *   then, for each field beside offset, id, type and time, in the order of the shapes:
 *     payload   for each type, in order of first appearance, a column of its payloads
 *     causedBy  one byte; 1: clients, and sequences as distances back from the record's own
 *                         0: a column
 *     others    a column
 * ```
 *
 * `ints.ts`, `numbers.ts` and `texts.ts` describe their parts, `kinds.ts` columns. What stands
 * in a column is written as the first of these that fits:
 *
 * ```
 *   column   byte kind, then
 *     0 undefined, 1 null    nothing
 *     2 boolean              ints 0 and 1
 *     3 number               numbers
 *     4 text                 ints, places in texts
 *     5 date                 ints, ms since 1970
 *     6 object               shapes, then a column for each field, over the objects that have it
 *     7 array                ints, lengths; one column of all items
 *     8 other                ints, places in texts: the value as the codec writes it
 *     9 mixed                varint kinds; ints, which kind each value has; a column for each
 *    10 entries              ints, numbers of fields; ints, places of their names in texts; a column
 *   shapes   varint shapes; for each: varint fields, varints, places of their names;
 *            ints, which shape each object has, where there are several
 * ```
 *
 * Numbers that take several bytes are little-endian.
 *
 * Sources: columns by field after Apache Arrow and Parquet; the lowest value and bits from there
 * (frame of reference) after Goldstein, Ramakrishnan and Shaft, ICDE 1998; shared beginnings of
 * strings (front coding) after Witten, Moffat and Bell, Managing Gigabytes.
 */
export const SEGMENT_VERSION = 1

/** 'P' 'H' 'S' and the version, as the first four bytes. */
export const SEGMENT_MARK: readonly number[] = [0x50, 0x48, 0x53, SEGMENT_VERSION]

/** What the checksum does not cover: the mark and itself. */
export const CHECKED_FROM = 8

export const SEGMENT_RECORDS_MAX = 1_024

/** Fields that stand in columns of their own at the beginning, or in the header. */
export const HEAD_FIELDS: readonly string[] = ['offset', 'id', 'type', 'time']
