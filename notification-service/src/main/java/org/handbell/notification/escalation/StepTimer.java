package org.handbell.notification.escalation;

/// What a timer of a ladder is for: the step after `step` is told unless the ladder has moved on.
///
/// @param round which hand-over of the alert
/// @param step the one that was told when the timer was set; -1 for the ladder's start
record StepTimer(String alertId, int round, int step) {

    private static final char BAR = '/';

    /// `alert/round/step`; the alert id itself may hold the bar.
    String id() {
        return alertId + BAR + round + BAR + step;
    }

    static StepTimer parse(String id) {
        var last = id.lastIndexOf(BAR);
        var first = id.lastIndexOf(BAR, last - 1);
        return new StepTimer(
                id.substring(0, first),
                Integer.parseInt(id.substring(first + 1, last)),
                Integer.parseInt(id.substring(last + 1)));
    }
}
