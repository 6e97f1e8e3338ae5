# SPDX-License-Identifier: GPL-3.0-or-later
# The three helpers that every folder's CMakeLists.txt uses.

find_package(Threads REQUIRED)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core)
find_package(simdjson REQUIRED)

add_library(relevo_flags INTERFACE)
target_compile_options(relevo_flags INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor
    -Wno-missing-field-initializers # designated initialisers leave defaults out on purpose
    $<$<BOOL:${RELEVO_WERROR}>:-Werror>
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
target_compile_definitions(relevo_flags INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_DISABLE_DEPRECATED_BEFORE=0x060400
    RELEVO_VERSION="${PROJECT_VERSION}")
if(RELEVO_SANITIZE STREQUAL "address")
    # A null or foreign pointer is the address sanitizer's to find; a check of its own at every member access costs a
    # third of the compile time.
    target_compile_options(relevo_flags INTERFACE -fsanitize=address,undefined
        -fno-sanitize=null,alignment,object-size -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(relevo_flags INTERFACE -fsanitize=address,undefined)
elseif(RELEVO_SANITIZE STREQUAL "thread")
    target_compile_options(relevo_flags INTERFACE -fsanitize=thread -Wno-tsan -fno-omit-frame-pointer)
    target_link_options(relevo_flags INTERFACE -fsanitize=thread)
endif()
if(RELEVO_FUZZ)
    target_compile_options(relevo_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined)
    target_link_options(relevo_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined)
endif()

# Unity batches and the shared precompiled header, where the preset asks for them.
function(relevo_speed target)
    if(NOT RELEVO_UNITY)
        return()
    endif()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
    if(target STREQUAL "relevo_base")
        target_precompile_headers(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src/base/precompiled.h)
    else()
        target_precompile_headers(${target} REUSE_FROM relevo_base)
    endif()
endfunction()

# relevo_library(engine SOURCES a.cpp … LINK relevo_base …): the static library of one folder.
function(relevo_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    add_library(relevo_${name} STATIC ${ARG_SOURCES})
    target_include_directories(relevo_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(relevo_${name} PUBLIC ${ARG_LINK} PRIVATE relevo_flags)
    relevo_speed(relevo_${name})
endfunction()

# relevo_test(engine SOURCES a_test.cpp … LINK relevo_engine [LABELS unit] [TIMEOUT 60]):
# one executable test_<name>, run by ctest without a display.
function(relevo_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINK;LABELS;ARGS" ${ARGN})
    if(NOT ARG_LABELS)
        set(ARG_LABELS unit)
    endif()
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_executable(test_${name} ${ARG_SOURCES})
    target_link_libraries(test_${name} PRIVATE ${ARG_LINK} relevo_test_support relevo_flags)
    target_compile_definitions(test_${name} PRIVATE RELEVO_SOURCE_DIR="${CMAKE_SOURCE_DIR}"
        RELEVO_BINARY_DIR="${CMAKE_BINARY_DIR}")
    relevo_speed(test_${name})
    add_test(NAME ${name} COMMAND test_${name} ${ARG_ARGS})
    set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" TIMEOUT ${ARG_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1:die_after_fork=0:suppressions=${CMAKE_SOURCE_DIR}/tests/support/tsan.supp;ASAN_OPTIONS=detect_leaks=1;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp;LC_ALL=C.UTF-8")
endfunction()
