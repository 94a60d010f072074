package dev.laurel.engine.state;

/**
 * What has gone through a limit in one period.
 *
 * @param asked points that were asked for, uncapped; below zero where rules that share it took more
 *     than they gave
 * @param given points of these that the limit let through
 */
public record LimitCell(long asked, long given) {

    public static final LimitCell NONE = new LimitCell(0, 0);
}
