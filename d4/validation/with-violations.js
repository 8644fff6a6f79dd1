/** Makes an error of violations: its message tells them all, and it carries them along. */
export function withViolations(Refusal, violations) {
    return Object.assign(new Refusal(violations.map(({ message }) => message).join('; ')), { violations });
}
