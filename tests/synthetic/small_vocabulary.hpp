#pragma once

#include <befriend/model/interests.hpp>

namespace befriend::test {

/// Two wide interests with twelve narrow ones: none of the wide ones is a leaf. Fewer known tags than the
/// generator's own table needs, so that every leaf is as likely as the others.
inline Vocabulary small_vocabulary()
{
    return Vocabulary({{"sport", {}, ""},
                       {"football", {"soccer"}, "sport"},
                       {"swimming", {}, "sport"},
                       {"cycling", {}, "sport"},
                       {"tennis", {}, "sport"},
                       {"running", {}, "sport"},
                       {"climbing", {}, "sport"},
                       {"making", {}, ""},
                       {"baking", {}, "making"},
                       {"drawing", {}, "making"},
                       {"painting", {}, "making"},
                       {"sewing", {}, "making"},
                       {"woodwork", {}, "making"},
                       {"lego", {}, "making"}});
}

}  // namespace befriend::test
