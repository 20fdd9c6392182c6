package org.handbell.analysis.judge;

import org.handbell.analysis.detect.Hit;

/// A sentence of a field.
record Place(String field, int sentence) {

    /// Whether it is part of what is shown or written in a picture.
    boolean picture() {
        return field.startsWith("media");
    }

    boolean at(Hit hit) {
        return hit.sentence() == sentence && hit.field().equals(field);
    }

    /// In the sentence or beside it; in a picture anywhere.
    boolean near(Hit hit) {
        if (picture()) {
            return medium(hit.field()).equals(medium(field));
        }
        return Math.abs(hit.sentence() - sentence) <= 1 && hit.field().equals(field);
    }

    private static String medium(String field) {
        var dot = field.indexOf('.');
        return dot < 0 ? field : field.substring(0, dot);
    }
}
