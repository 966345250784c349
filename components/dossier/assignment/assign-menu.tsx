'use client'

import { useGalley } from '@/components/article/article-context.ts'
import { Avatar } from '@/components/ui/avatar.tsx'
import { Menu, MenuItem } from '@/components/ui/menu.tsx'
import { may } from '@/lib/domain/desk/permission.ts'
import type { AssignmentDto } from '@/lib/view/dossier.ts'

type Props = {
  assignments: readonly AssignmentDto[]
  onChoose: (memberId: string) => void
  onEnd: (assignmentId: string) => void
}

/** For an editor: everyone on the desk who can see to a claim, and from whom it can be taken back. */
export function AssignMenu({ assignments, onChoose, onEnd }: Props) {
  const { people, viewer, nameOf } = useGalley()
  const others = assignments.filter(({ assigneeId }) => assigneeId !== viewer.memberId)
  const has = new Set(assignments.map(({ assigneeId }) => assigneeId))
  const free = people.filter(
    ({ id, role, ended }) => !ended && may(role, 'claim.take') && id !== viewer.memberId && !has.has(id),
  )
  return (
    <Menu trigger={<span className="font-medium text-pencil">Assign …</span>}>
      {free.map(({ id, name }) => (
        <MenuItem key={id} onClick={() => onChoose(id)}>
          <Avatar name={name} size={20} />
          {name}
        </MenuItem>
      ))}
      {free.length === 0 && (
        <p className="px-2.5 py-1.5 text-[13px] text-ink3">There is no one else to assign it to.</p>
      )}
      {others.length > 0 && <div className="my-1 h-px bg-line" />}
      {others.map(({ id, assigneeId }) => (
        <MenuItem key={id} onClick={() => onEnd(id)}>
          Take it back from {nameOf(assigneeId)}
        </MenuItem>
      ))}
    </Menu>
  )
}
