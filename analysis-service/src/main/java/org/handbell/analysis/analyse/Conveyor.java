package org.handbell.analysis.analyse;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Work done by several hands at once and handed on in the order in which it came. What is under
/// way is bounded by number and by weight, so memory is bounded whatever comes in.
public final class Conveyor<T> implements AutoCloseable {

    /// Most pieces under way.
    private static final int MOST = 512;

    private final int heaviest;
    private final ExecutorService hands;
    private final Semaphore room;
    private final LinkedBlockingQueue<Piece<T>> order = new LinkedBlockingQueue<>(MOST);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private final Thread end;

    /// Where the results go, one after the other, on one thread.
    public interface End<T> {

        /// @param last whether nothing waits behind it just now: time to flush
        void take(T result, boolean last) throws Exception;
    }

    private record Piece<T>(@Nullable Future<T> result, int weight) {}

    /// @param hands threads that work
    /// @param heaviest most weight under way; a heavier piece goes alone
    public Conveyor(int hands, int heaviest, End<? super T> end) {
        this.heaviest = heaviest;
        this.hands = Executors.newFixedThreadPool(hands, Thread.ofPlatform().daemon().factory());
        this.room = new Semaphore(heaviest);
        this.end = Thread.ofPlatform().daemon().name("answers").start(() -> handOn(end));
    }

    /// Takes work on; waits while too much is under way.
    ///
    /// @return false where the end failed, so that more work is of no use
    public boolean put(int weight, Callable<T> work) throws InterruptedException {
        var bounded = Math.clamp(weight, 1, heaviest);
        room.acquire(bounded);
        if (failure.get() != null) {
            return false;
        }
        order.put(new Piece<>(hands.submit(work), bounded));
        return true;
    }

    /// Waits until all work is handed on.
    ///
    /// @throws ExecutionException with what the end or a piece of work threw
    public void finish() throws InterruptedException, ExecutionException {
        order.put(new Piece<>(null, 0));
        end.join();
        var failed = failure.get();
        if (failed != null) {
            throw new ExecutionException(failed);
        }
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }

    private void handOn(End<? super T> to) {
        try {
            for (var piece = order.take(); piece.result() != null; piece = order.take()) {
                if (failure.get() == null) {
                    handOn(piece.result(), to);
                }
                room.release(piece.weight());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure.compareAndSet(null, e);
        }
    }

    private void handOn(Future<T> result, End<? super T> to) throws InterruptedException {
        try {
            to.take(result.get(), order.isEmpty());
        } catch (InterruptedException e) {
            throw e;
        } catch (ExecutionException e) {
            failure.set(e.getCause());
        } catch (Exception e) {
            failure.set(e);
        }
    }
}
