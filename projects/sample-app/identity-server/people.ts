/** Somebody who can sign in here. */
export interface Person {
  /** Also the `sub` and the `login_hint` of the person's ID tokens. */
  readonly id: string;
  readonly name: string;
  /** Also the `preferred_username`. */
  readonly email: string;
}

export const PEOPLE: readonly Person[] = [
  { id: 'ada', name: 'Ada Lovelace', email: 'ada@mail.example' },
  { id: 'alan', name: 'Alan Turing', email: 'alan@mail.example' },
];

export function findPerson(id: unknown): Person | undefined {
  return PEOPLE.find((person) => person.id === id);
}
