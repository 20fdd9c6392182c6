package org.handbell.ingest.stub;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A WebSocket server on a free port of loopback, which sends what a test says.
public final class SocketStub implements AutoCloseable {

    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Channel server;
    private volatile Function<Asked, Integer> answer = _ -> 101;

    private SocketStub() {
        server =
                new ServerBootstrap()
                        .group(loops)
                        .channel(NioServerSocketChannel.class)
                        .childHandler(
                                new ChannelInitializer<Channel>() {
                                    @Override
                                    protected void initChannel(Channel channel) {
                                        channel.pipeline()
                                                .addLast(new HttpServerCodec())
                                                .addLast(new HttpObjectAggregator(64 * 1024))
                                                .addLast(new Handshake());
                                    }
                                })
                        .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .syncUninterruptibly()
                        .channel();
    }

    public static SocketStub start() {
        return new SocketStub();
    }

    /// What was asked for.
    public record Asked(String uri, @Nullable String subprotocol, @Nullable String userAgent) {

        public List<String> query(String name) {
            var query = URI.create(uri).getQuery();
            return query == null
                    ? List.of()
                    : List.of(query.split("&")).stream()
                            .filter(pair -> pair.startsWith(name + "="))
                            .map(pair -> pair.substring(name.length() + 1))
                            .toList();
        }
    }

    private record Line(Asked asked, Channel channel) {}

    public String hostPort() {
        return "127.0.0.1:" + ((InetSocketAddress) server.localAddress()).getPort();
    }

    public URI uri(String path) {
        return URI.create("ws://" + hostPort() + path);
    }

    /// Answers each handshake with this status from now on; 101 goes through.
    public void answerWith(Function<Asked, Integer> status) {
        answer = status;
    }

    /// Each handshake that was tried, in order.
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /// Handshakes of connections that are open.
    public List<Asked> open() {
        return lines.stream().filter(l -> l.channel.isActive()).map(Line::asked).toList();
    }

    /// Sends a message to whoever is connected.
    public void say(String message) {
        lines.forEach(line -> line.channel.writeAndFlush(new TextWebSocketFrame(message)));
    }

    /// Breaks all connections off, without a word.
    public void cut() {
        lines.forEach(line -> line.channel.close().syncUninterruptibly());
    }

    @Override
    public void close() {
        server.close().syncUninterruptibly();
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    }

    private final class Handshake extends SimpleChannelInboundHandler<FullHttpRequest> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
            var headers = request.headers();
            var question =
                    new Asked(
                            request.uri(),
                            headers.get("Sec-WebSocket-Protocol"),
                            headers.get("User-Agent"));
            asked.add(question);
            int status = answer.apply(question);
            if (status != 101) {
                refuse(context, status);
                return;
            }
            var handshaker =
                    new WebSocketServerHandshakerFactory(
                                    request.uri(), question.subprotocol, false, 1024 * 1024)
                            .newHandshaker(request);
            handshaker.handshake(context.channel(), request);
            context.pipeline().replace(this, "frames", new Frames());
            lines.add(new Line(question, context.channel()));
        }

        private static void refuse(ChannelHandlerContext context, int status) {
            var response =
                    new DefaultFullHttpResponse(
                            HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
            response.headers().set("Content-Length", 0);
            context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
        }
    }

    /// Nothing is expected to be said to it.
    private static final class Frames extends SimpleChannelInboundHandler<WebSocketFrame> {

        @Override
        protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {}
    }
}
