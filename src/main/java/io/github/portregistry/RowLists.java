package io.github.portregistry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lists of rows by number, made when they are needed, but not one by one: a page of them at a time, and all the rest once
 * many pages were needed.
 *
 * <p>This is for the look-ups that come afterwards. HotSpot compiles into a loop what the loop has often called by then.
 * If that includes making lists, the loop remains slow when there are none left to make.
 *
 * <p>A race is harmless: it only makes lists twice.
 */
final class RowLists {

    /** Makes a list. An interface for the indexes to implement, since a fresh process should not have to link a lambda. */
    interface Maker {
        RowList make(int number);
    }

    /** Few enough calls for HotSpot to keep them out of the loop. */
    private static final int MAX_PAGES = 64;

    private final @Nullable RowList[] lists;
    private final int pageSize;
    private final Maker maker;
    private int pages;

    RowLists(int size, int pageSize, Maker maker) {
        this.lists = new RowList[size];
        this.pageSize = pageSize;
        this.maker = maker;
    }

    RowList get(int number) {
        RowList list = lists[number];
        return list == null ? made(number) : list;
    }

    private RowList made(int number) {
        if (++pages == MAX_PAGES) {
            makeAll();
        }
        int first = number / pageSize * pageSize;
        make(first, Math.min(first + pageSize, lists.length));
        return Objects.requireNonNull(lists[number]);
    }

    /** Makes all lists now, so that no look-up has to wait. */
    void makeAll() {
        make(0, lists.length);
    }

    private void make(int first, int end) {
        for (int number = first; number < end; number++) {
            if (lists[number] == null) {
                lists[number] = maker.make(number);
            }
        }
    }
}
