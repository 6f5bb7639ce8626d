package io.github.cxkit.recovery;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.function.Function;
import java.util.stream.Stream;

/** Records by reflection. */
final class Components {

    private Components() {}

    static Object of(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException unexpected) {
            throw new LinkageError("cannot call a with", unexpected);
        }
    }

    /** The same record with other components. */
    static <R extends Record> R copy(R value, Function<RecordComponent, Object> components) {
        RecordComponent[] all = value.getClass().getRecordComponents();
        Class<?>[] types = Stream.of(all).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            @SuppressWarnings("unchecked")
            Constructor<R> constructor = (Constructor<R>) value.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(Stream.of(all).map(components).toArray());
        } catch (ReflectiveOperationException unexpected) {
            throw new LinkageError("cannot call a with", unexpected);
        }
    }
}
