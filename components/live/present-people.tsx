'use client'

import { Avatar } from '@/components/ui/avatar.tsx'
import { Menu, MenuItem } from '@/components/ui/menu.tsx'
import { claimKey } from '@/lib/domain/claim/claim.ts'
import type { Present } from './live-state.ts'

type Props = {
  people: readonly Present[]
  following: string | null
  onFollow: (memberId: string | null) => void
}

const MOST_FACES = 4

/** Who else is on this article. Choosing someone follows where they go. */
export function PresentPeople({ people, following, onFollow }: Props) {
  const others = onePerPerson(people)
  if (others.length === 0) return null
  const names = others.map(({ name }) => name).join(', ')
  return (
    <Menu
      trigger={
        <span className="flex items-center">
          <span className="sr-only">Here now: {names}</span>
          {others.slice(0, MOST_FACES).map(({ memberId, name }, at) => (
            <span
              key={memberId}
              title={name}
              className={`rounded-full ring-2 ${following === memberId ? 'ring-pencil' : 'ring-sheet'} ${at > 0 ? '-ml-1.5' : ''}`}
            >
              <Avatar name={name} size={26} />
            </span>
          ))}
          {others.length > MOST_FACES && <span className="ml-1 tabular-nums">+{others.length - MOST_FACES}</span>}
        </span>
      }
    >
      {others.map((person) => (
        <MenuItem
          key={person.memberId}
          onClick={() => onFollow(following === person.memberId ? null : person.memberId)}
        >
          <Avatar name={person.name} size={20} />
          <span className="min-w-0 flex-1">
            <b className="font-medium">{person.name}</b>
            <span className="block text-xs text-ink3">{whereIs(person)}</span>
          </span>
          <span className="text-xs text-pencil">{following === person.memberId ? 'Stop following' : 'Follow'}</span>
        </MenuItem>
      ))}
    </Menu>
  )
}

/** One entry a person, the window in which most happens. */
export function onePerPerson(people: readonly Present[]): Present[] {
  const byMember = new Map<string, Present>()
  for (const person of people) {
    if (person.mine) continue
    const known = byMember.get(person.memberId)
    if (!known || weight(person) > weight(known)) byMember.set(person.memberId, person)
  }
  return [...byMember.values()]
}

const weight = ({ editing, claim }: Present) => (editing !== null ? 2 : claim !== null ? 1 : 0)

function whereIs({ editing, claim, screen }: Present): string {
  if (editing !== null) return `editing ${claimKey(editing)}`
  if (claim !== null) return `looking at ${claimKey(claim)}`
  return screen === 'text' ? 'in the working text' : 'in the galley'
}
