# fish tells an event handler about every assignment, also of the value that was there, with the calls that led to it.
# It starts without its configuration (`-N`), so that the handler is there before it, and reads it here as it would
# itself: its own config.fish reads every conf.d. Without it there are no universal variables either, so these are
# set first. The lines of fish_trace tell where `eval` runs text. File descriptor 3
# is the one that is read; `NOTE` stands for a random word.
eval $NOTE_universals
set -e NOTE_universals
function NOTE_tell
    builtin printf '%s\0' NOTE $argv >&3
end
function NOTE_changed ON_VARIABLES
    set -l NOTE_shown (set --show $argv[3])
    NOTE_tell changed $argv[3] "$$argv[3]" "$NOTE_shown[1]" (status print-stack-trace | string collect) ''
end
function NOTE_keep --on-variable fish_trace
    if test "$fish_trace" != 1; and not set -q NOTE_ended
        set -g fish_trace 1
    end
end
function NOTE_end --on-event fish_exit
    set -q NOTE_ended
    and return
    set -g NOTE_ended
    set -e fish_trace
    for NOTE_name in NAMES
        if set -qx $NOTE_name
            NOTE_tell final $NOTE_name "$$NOTE_name"
        end
    end
    NOTE_tell end
end
for NOTE_name in NAMES
    NOTE_tell first $NOTE_name "$$NOTE_name"
end
set -g fish_function_path $__fish_config_dir/functions $__fish_sysconf_dir/functions $fish_function_path
set -g fish_trace 1
if test -r $__fish_data_dir/config.fish
    source $__fish_data_dir/config.fish
else
    status get-file config.fish | source
end
if test -r $__fish_sysconf_dir/config.fish
    source $__fish_sysconf_dir/config.fish
end
if test -r $__fish_config_dir/config.fish
    source $__fish_config_dir/config.fish
end
exit
