package org.handbell.ingest.poll;

import java.time.Duration;

/// How often an account is looked at: twice as often after news, half as much again more rarely
/// without, between the two bounds.
record Pace(Duration interval, Duration fastest, Duration slowest) {

    static Pace fastest(PollSettings settings) {
        return new Pace(settings.fastest(), settings.fastest(), settings.slowest());
    }

    Pace faster() {
        return at(interval.dividedBy(2));
    }

    Pace slower() {
        return at(interval.multipliedBy(3).dividedBy(2));
    }

    private Pace at(Duration wished) {
        var bounded = wished.compareTo(slowest) > 0 ? slowest : wished;
        return new Pace(bounded.compareTo(fastest) < 0 ? fastest : bounded, fastest, slowest);
    }
}
