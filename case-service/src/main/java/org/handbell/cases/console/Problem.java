package org.handbell.cases.console;

/// What went wrong, for a person who has to go on.
///
/// @param happened what happened, in one sentence
/// @param advice what to do now
public record Problem(String title, String happened, String advice) {

    /// @param status of HTTP
    static Problem of(int status) {
        return switch (status) {
            case 400 ->
                    new Problem(
                            "That could not be read",
                            "Something in the form or the address was not as expected. Nothing was changed.",
                            "Go back, check what you entered, and send it again.");
            case 401, 403 ->
                    new Problem(
                            "You cannot open this page",
                            "Your role does not include it, or the page was open for so long that the form expired. Nothing was changed.",
                            "Go back, load the page again and retry. If you need access, ask your Head of School or the operator.");
            case 404 ->
                    new Problem(
                            "Page not found",
                            "There is nothing at this address, or it is nothing that you may see.",
                            "Check the address, or start again from your first page.");
            case 405 ->
                    new Problem(
                            "That cannot be done here",
                            "This address does not take that kind of request. Nothing was changed.",
                            "Go back and use the buttons on the page.");
            case 409 ->
                    new Problem(
                            "Somebody was quicker",
                            "Somebody else changed this at the same moment. Nothing of yours was changed.",
                            "Go back, load the page again, and see what is new.");
            case 413 ->
                    new Problem(
                            "That is too large",
                            "What you sent is larger than the desk accepts. Nothing was stored.",
                            "Send a smaller file.");
            case 503 ->
                    new Problem(
                            "The desk is busy",
                            "A part of the desk does not answer at the moment. Nothing was changed.",
                            "Wait a minute, then try again. If it goes on, tell the operator.");
            default ->
                    new Problem(
                            "Something went wrong",
                            "The desk could not do this. It is a fault of the system, not yours.",
                            "Try again in a minute. If it goes on, tell the operator when it happened and what you did.");
        };
    }
}
