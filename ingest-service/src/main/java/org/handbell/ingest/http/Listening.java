package org.handbell.ingest.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One connection that is listened to.
final class Listening implements Sockets.Socket {

    private static final int LAST_STATUS = 599;

    private final Consumer<String> heard;
    private final CompletableFuture<Sockets.Ended> ended = new CompletableFuture<>();

    Listening(Consumer<String> heard) {
        this.heard = heard;
    }

    @Override
    public Sockets.Ended await() throws InterruptedException {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("an end is never a failure", e);
        }
    }

    @Override
    public void close() {
        end(new Sockets.Ended.Lost("closed by us"));
    }

    void end(Sockets.Ended how) {
        ended.complete(how);
    }

    /// @param trouble why there is no connection; null where there is one
    void connected(@Nullable Throwable trouble) {
        if (trouble != null) {
            end(ending(trouble));
        }
    }

    private static Sockets.Ended ending(Throwable trouble) {
        return switch (trouble) {
            case ForbiddenAddressException _ ->
                    new Sockets.Ended.Forbidden(ForbiddenAddressException.RULE);
            case WebSocketClientHandshakeException refused when answered(refused) ->
                    new Sockets.Ended.Refused(refused.response().status().code());
            default ->
                    new Sockets.Ended.Lost(
                            "no connection, or it broke off: "
                                    + trouble.getClass().getSimpleName());
        };
    }

    /// An answer that is none has a status of netty's own.
    private static boolean answered(WebSocketClientHandshakeException refused) {
        return refused.response() != null && refused.response().status().code() <= LAST_STATUS;
    }

    SimpleChannelInboundHandler<WebSocketFrame> handler() {
        return new Handler();
    }

    private final class Handler extends SimpleChannelInboundHandler<WebSocketFrame> {

        @Override
        public void channelActive(ChannelHandlerContext context) {
            ended.whenComplete((_, _) -> context.close());
            context.fireChannelActive();
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
            if (frame instanceof TextWebSocketFrame text && !ended.isDone()) {
                heard.accept(text.text());
            }
        }

        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof IdleStateEvent idle) {
                switch (idle.state()) {
                    case WRITER_IDLE -> context.writeAndFlush(new PingWebSocketFrame());
                    case READER_IDLE -> end(new Sockets.Ended.Lost("silence"));
                    case ALL_IDLE -> {}
                }
            }
            context.fireUserEventTriggered(event);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            end(new Sockets.Ended.Lost("the connection ended"));
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable trouble) {
            end(ending(trouble));
        }
    }
}
