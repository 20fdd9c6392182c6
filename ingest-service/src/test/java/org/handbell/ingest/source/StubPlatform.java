package org.handbell.ingest.source;

import java.time.Instant;
import java.util.function.Function;
import org.handbell.contract.AccountEvent.Registered;
import org.handbell.ingest.http.Web;
import org.handbell.ingest.stub.StubServer.Answer;
import org.handbell.ingest.stub.StubServer.Asked;

/// A platform built from its published contract, with one account that a test posts to.
public interface StubPlatform {

    Source source(Web web);

    Registered account();

    /// Makes a post.
    ///
    /// @return its id, as the source must name it
    String post(String text, Instant at);

    void edit(String postId, String text);

    void delete(String postId);

    /// Adds something among the posts that is none.
    ///
    /// @param marker words in it
    void spoil(String marker);

    /// Answers each question for the list of posts in this way from now on.
    void answerListWith(Function<Asked, Answer> answer);

    /// Answers each question for a single post in this way from now on.
    void answerPostWith(Answer answer);

    /// Shows the first page again and again, each time promising another.
    void repeatFirstPage();

    /// Most posts on a page.
    int pageSize();
}
