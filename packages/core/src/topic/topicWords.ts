/**
 * The words of a topic or a pattern. The empty one has no words, as in RabbitMQ; `a..b` has an
 * empty word in the middle, and `.` is two empty ones.
 */
export const topicWords = (topic: string): readonly string[] => (topic === '' ? [] : topic.split('.'))
