package rubicon.model.analysis;

import java.util.AbstractCollection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.SequencedCollection;
import org.jspecify.annotations.Nullable;

/// A set in order, kept in blocks of some hundreds. Takes a few bytes for each element where a tree
/// takes forty, and next to no time to append one, which is what a history mostly does; an element
/// that goes between others moves half a block.
final class Sorted<E> extends AbstractCollection<E> implements SequencedCollection<E> {
    private static final int BLOCK = 512;

    private final Comparator<? super E> order;

    /// None of them empty.
    private final List<ArrayList<E>> blocks = new ArrayList<>();

    private int size;

    Sorted(Comparator<? super E> order) {
        this.order = order;
    }

    /// A place between elements: before the one with this number in this block.
    private record Place(int block, int index) {}

    @Override
    public boolean add(E it) {
        if (isBeyondAll(it)) {
            append(it);
            return true;
        }
        int number = blockOf(it);
        ArrayList<E> block = blocks.get(number);
        int found = Collections.binarySearch(block, it, order);
        if (found >= 0) {
            return false;
        }
        block.add(-found - 1, it);
        size++;
        if (block.size() > BLOCK) {
            List<E> upper = block.subList(BLOCK / 2, block.size());
            blocks.add(number + 1, new ArrayList<>(upper));
            upper.clear();
        }
        return true;
    }

    private void append(E it) {
        if (blocks.isEmpty() || blocks.getLast().size() == BLOCK) {
            blocks.add(new ArrayList<>());
        }
        blocks.getLast().add(it);
        size++;
    }

    @Override
    @SuppressWarnings(
            "unchecked") // as in every sorted set: what cannot be compared cannot be in it
    public boolean remove(@Nullable Object element) {
        E it = (E) Objects.requireNonNull(element);
        if (isBeyondAll(it)) {
            return false;
        }
        int number = blockOf(it);
        ArrayList<E> block = blocks.get(number);
        int found = Collections.binarySearch(block, it, order);
        if (found < 0) {
            return false;
        }
        block.remove(found);
        size--;
        if (block.isEmpty()) {
            blocks.remove(number);
        }
        return true;
    }

    @Override
    @SuppressWarnings("unchecked") // as above
    public boolean contains(@Nullable Object element) {
        E it = (E) Objects.requireNonNull(element);
        return !isBeyondAll(it)
                && Collections.binarySearch(blocks.get(blockOf(it)), it, order) >= 0;
    }

    /// The first element that does not come before this one; null for none.
    @Nullable E ceiling(E it) {
        Iterator<E> from = from(it).iterator();
        return from.hasNext() ? from.next() : null;
    }

    /// Those from this one on, which need not be there.
    Iterable<E> from(E it) {
        return () -> new Upwards(place(it, true));
    }

    /// Those that come after this one, which need not be there.
    Iterable<E> after(E it) {
        return () -> new Upwards(place(it, false));
    }

    /// Those that come before this one, which need not be there; the last of them first.
    Iterable<E> before(E it) {
        return () -> new Downwards(place(it, true));
    }

    @Override
    public Iterator<E> iterator() {
        return new Upwards(new Place(0, 0));
    }

    @Override
    public SequencedCollection<E> reversed() {
        return new Reversed();
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public E getFirst() {
        return blocks.getFirst().getFirst();
    }

    @Override
    public E getLast() {
        return blocks.getLast().getLast();
    }

    private boolean isBeyondAll(E it) {
        return blocks.isEmpty() || order.compare(getLast(), it) < 0;
    }

    /// The first block whose last element does not come before this one; there is one.
    private int blockOf(E it) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(blocks.get(middle).getLast(), it) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// @param isBefore whether before an element that is equal to it, or after that
    private Place place(E it, boolean isBefore) {
        if (isBeyondAll(it)) {
            return new Place(blocks.size(), 0);
        }
        int block = blockOf(it);
        int found = Collections.binarySearch(blocks.get(block), it, order);
        return new Place(block, found < 0 ? -found - 1 : isBefore ? found : found + 1);
    }

    private final class Upwards implements Iterator<E> {
        private int block;
        private int index;

        Upwards(Place from) {
            block = from.block();
            index = from.index();
        }

        @Override
        public boolean hasNext() {
            return block < blocks.size()
                    && (index < blocks.get(block).size() || block + 1 < blocks.size());
        }

        @Override
        public E next() {
            if (block < blocks.size() && index == blocks.get(block).size()) {
                block++;
                index = 0;
            }
            if (block >= blocks.size()) {
                throw new NoSuchElementException();
            }
            return blocks.get(block).get(index++);
        }
    }

    private final class Downwards implements Iterator<E> {
        private int block;
        private int index;

        Downwards(Place before) {
            block = before.block();
            index = before.index();
        }

        @Override
        public boolean hasNext() {
            return index > 0 || block > 0;
        }

        @Override
        public E next() {
            if (index == 0) {
                if (block == 0) {
                    throw new NoSuchElementException();
                }
                block--;
                index = blocks.get(block).size();
            }
            return blocks.get(block).get(--index);
        }
    }

    /// The last first.
    private final class Reversed extends AbstractCollection<E> implements SequencedCollection<E> {
        @Override
        public Iterator<E> iterator() {
            return new Downwards(new Place(blocks.size(), 0));
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public SequencedCollection<E> reversed() {
            return Sorted.this;
        }
    }
}
