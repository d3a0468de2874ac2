# Completes `burrow` in fish. Burrow writes this file again: changes are lost.
#
# What is typed, and what is offered, is never evaluated. Burrow offers only words that need no quotes.

function __burrow_complete
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct | string trim --left --chars "\"'")
    set -l lines (command burrow complete -- $words "$current" 2>/dev/null)
    switch "$lines[1]"
        case files
            __fish_complete_path "$current"
        case folders
            __fish_complete_directories "$current" ''
    end
    set -e lines[1]
    set -q lines[1]; and printf '%s\n' $lines
end

complete --command burrow --no-files --arguments '(__burrow_complete)'
