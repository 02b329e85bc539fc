#include "arrow_sound.hpp"

#include <cstdint>
#include <limits>

namespace befriend::c {
namespace {

// So that a length times the size of an element cannot overflow.
constexpr std::int64_t most_elements = std::int64_t{1} << 48;

constexpr std::int64_t view_buffers = NANOARROW_BINARY_VIEW_FIXED_BUFFERS + 1;  // the last one has sizes

bool has_buffers(const ArrowArrayView& view, const ArrowArray& array)
{
    if (view.storage_type == NANOARROW_TYPE_NA) return true;  // none is looked at
    std::int64_t due = 0;
    while (due < NANOARROW_MAX_FIXED_BUFFERS && view.layout.buffer_type[due] != NANOARROW_BUFFER_TYPE_NONE)
        ++due;
    if (view.storage_type == NANOARROW_TYPE_STRING_VIEW) {
        const bool is_in_range =
            array.n_buffers >= view_buffers && array.n_buffers <= std::numeric_limits<std::int32_t>::max();
        return is_in_range && array.buffers != nullptr;
    }
    return array.n_buffers == due && (due == 0 || array.buffers != nullptr);
}

// What nanoarrow takes for granted when it reads the structure.
bool has_shape(const ArrowArrayView& view, const ArrowArray* array)
{
    if (array == nullptr || !has_buffers(view, *array)) return false;
    if (array->length < 0 || array->offset < 0) return false;
    if (array->length > most_elements || array->offset > most_elements) return false;
    if (array->n_children != view.n_children || (view.n_children > 0 && array->children == nullptr))
        return false;
    for (std::int64_t at = 0; at < view.n_children; ++at) {
        if (!has_shape(*view.children[at], array->children[at])) return false;
    }
    if ((array->dictionary == nullptr) != (view.dictionary == nullptr)) return false;
    return view.dictionary == nullptr || has_shape(*view.dictionary, array->dictionary);
}

// Nothing of a null type is in a buffer, and nanoarrow wants none; some makers leave one, an empty bitmap.
void set(ArrowArrayView& view, const ArrowArray& array)
{
    ArrowArray list = array;
    ArrowArray items{};
    ArrowArray* children[] = {&items};
    if (view.n_children == 1 && view.children[0]->storage_type == NANOARROW_TYPE_NA) {
        items = *array.children[0];
        items.n_buffers = 0;
        list.children = children;
    }
    // Its verdict comes with the validation, when no nulls are counted where there is no bitmap.
    static_cast<void>(ArrowArrayViewSetArray(&view, &list, nullptr));
    view.array = nullptr;  // the two of this function are not kept
    if (view.n_children == 1) view.children[0]->array = nullptr;
}

// Where there is no bitmap there are no nulls: some makers leave the count at -1, unknown, all the same.
void count_no_nulls(ArrowArrayView& view)
{
    if (view.null_count == -1 && view.buffer_views[0].data.data == nullptr) view.null_count = 0;
    for (std::int64_t at = 0; at < view.n_children; ++at)
        count_no_nulls(*view.children[at]);
    if (view.dictionary != nullptr) count_no_nulls(*view.dictionary);
}

bool is_sound_view(const ArrowArrayView& view, std::int64_t row)
{
    const ArrowBinaryView& text = view.buffer_views[1].data.as_binary_view[view.offset + row];
    if (text.inlined.size < 0) return false;
    if (text.inlined.size <= NANOARROW_BINARY_VIEW_INLINE_SIZE) return true;
    const std::int64_t buffer = text.ref.buffer_index;
    if (buffer < 0 || buffer >= view.n_variadic_buffers || text.ref.offset < 0) return false;
    if (view.variadic_buffers[buffer] == nullptr || view.variadic_buffer_sizes == nullptr) return false;
    return std::int64_t{text.ref.offset} + text.ref.size <= view.variadic_buffer_sizes[buffer];
}

// What nanoarrow leaves unchecked: where views of texts point, and indices into dictionaries.
bool has_sound_values(const ArrowArrayView& view)
{
    const bool has_views = view.storage_type == NANOARROW_TYPE_STRING_VIEW;
    for (std::int64_t row = 0; (has_views || view.dictionary != nullptr) && row < view.length; ++row) {
        if (ArrowArrayViewIsNull(&view, row)) continue;
        if (has_views && !is_sound_view(view, row)) return false;
        if (view.dictionary == nullptr) continue;
        const std::int64_t index = ArrowArrayViewGetIntUnsafe(&view, row);
        if (index < 0 || index >= view.dictionary->length) return false;
    }
    for (std::int64_t at = 0; at < view.n_children; ++at) {
        if (!has_sound_values(*view.children[at])) return false;
    }
    return view.dictionary == nullptr || has_sound_values(*view.dictionary);
}

}  // namespace

bool set_sound(ArrowArrayView& view, const ArrowArray& array)
{
    if (!has_shape(view, &array)) return false;
    set(view, array);
    count_no_nulls(view);
    return ArrowArrayViewValidate(&view, NANOARROW_VALIDATION_LEVEL_FULL, nullptr) == NANOARROW_OK &&
           has_sound_values(view);
}

}  // namespace befriend::c
