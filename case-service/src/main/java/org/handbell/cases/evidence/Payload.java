package org.handbell.cases.evidence;

import org.handbell.contract.wire.Json;

/// What is sealed: the salt goes with the content, so that with the key the means to guess the
/// content from its hash are gone too.
record Payload(byte[] salt, Capture capture, byte[] content) {

    byte[] bytes() {
        return Json.mapper().writeValueAsBytes(this);
    }

    static Payload of(byte[] bytes) {
        return Json.mapper().readValue(bytes, Payload.class);
    }

    @Override
    public String toString() {
        return "Payload";
    }
}
