package org.handbell.cases.signin;

/// A provider did not say what the desk must know of it.
class ProviderUnreachableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String address;
    private final String reason;

    ProviderUnreachableException(String address, String reason, Throwable cause) {
        super(address + " does not answer: " + reason, cause);
        this.address = address;
        this.reason = reason;
    }

    String address() {
        return address;
    }

    String reason() {
        return reason;
    }
}
