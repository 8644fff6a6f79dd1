import type { ComponentChildren, JSX } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'

export interface VirtualListProps<Item> {
  readonly label: string
  readonly items: readonly Item[]
  readonly keyOf: (item: Item) => string
  /** The key of the item that is chosen. */
  readonly chosen: string | undefined
  readonly onChoose: (key: string) => void
  readonly rowHeight: number
  readonly Row: (props: { readonly item: Item }) => ComponentChildren
}

/** How many rows are drawn beyond those that are seen. */
const BEYOND = 8

/** A list of rows of one height, from which one is chosen; it draws the rows that are seen. */
export function VirtualList<Item> (props: VirtualListProps<Item>): JSX.Element {
  const { Row, chosen, items, keyOf, label, onChoose, rowHeight } = props
  const list = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState({ top: 0, height: 600 })
  const index = items.findIndex(item => keyOf(item) === chosen)
  useStillRows(list, props)

  const measure = (): void => {
    const { clientHeight: height = 600, scrollTop: top = 0 } = list.current ?? {}
    setSeen({ top, height })
  }
  useLayoutEffect(() => {
    measure()
    const observer = new ResizeObserver(measure)
    if (list.current !== null) observer.observe(list.current)
    return () => observer.disconnect()
  }, [])

  // The item that an address names is shown as soon as it is there.
  useLayoutEffect(() => {
    if (index >= 0) reveal(list.current, index * rowHeight, rowHeight)
  }, [chosen, index >= 0])

  const choose = (index: number): void => {
    const item = items[Math.max(0, Math.min(index, items.length - 1))]
    if (item === undefined) return
    onChoose(keyOf(item))
    reveal(list.current, items.indexOf(item) * rowHeight, rowHeight)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor(seen.height / rowHeight) - 1)
    const next: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      PageDown: index + page,
      PageUp: index - page,
      Home: 0,
      End: items.length - 1
    }
    const target = next[event.key]
    if (target === undefined || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    choose(target)
  }

  const first = Math.max(0, Math.floor(seen.top / rowHeight) - BEYOND)
  const drawn = items.slice(first, Math.ceil((seen.top + seen.height) / rowHeight) + BEYOND)
  const isDrawn = index >= first && index < first + drawn.length
  return (
    <div
      ref={list} class='list' role='listbox' tabIndex={0} aria-label={label}
      aria-activedescendant={isDrawn ? `row-${chosen}` : undefined} onScroll={measure} onKeyDown={onKeyDown}
    >
      <div class='list-inner' role='presentation' style={{ height: `${items.length * rowHeight}px` }}>
        {drawn.map((item, offset) => {
          const key = keyOf(item)
          return (
            <div
              key={key} id={`row-${key}`} class='row' role='option' aria-selected={key === chosen}
              aria-posinset={first + offset + 1} aria-setsize={items.length}
              style={{ top: `${(first + offset) * rowHeight}px`, height: `${rowHeight}px` }}
              onClick={() => choose(first + offset)}
            >
              <Row item={item} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Keeps the rows where they are when others come before them, unless the list shows its start. */
function useStillRows<Item> (
  list: { readonly current: HTMLDivElement | null },
  { items, keyOf, rowHeight }: VirtualListProps<Item>
): void {
  const before = useRef<string>(undefined)
  useLayoutEffect(() => {
    const [first] = items
    const key = before.current
    before.current = first === undefined ? undefined : keyOf(first)
    const added = key === undefined ? 0 : items.findIndex(item => keyOf(item) === key)
    if (list.current === null || added <= 0 || list.current.scrollTop < rowHeight) return
    list.current.scrollTop += added * rowHeight
  }, [items])
}

function reveal (list: HTMLElement | null, top: number, height: number): void {
  if (list === null) return
  if (top < list.scrollTop) list.scrollTop = top
  const hidden = top + height - list.clientHeight
  if (hidden > list.scrollTop) list.scrollTop = hidden
}
