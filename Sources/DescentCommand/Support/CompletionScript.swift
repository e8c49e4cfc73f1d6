import ArgumentParser

/// The scripts by which shells complete: the parser's, and what it lacks for specifications, in
/// which there are colons and equals signs.
enum CompletionScript {
  /// The shell whose script is asked for; nil where something else is, or a shell that the parser
  /// does not know and says so.
  static func shell(askedBy arguments: [String]) -> CompletionShell? {
    guard arguments.first == "--generate-completion-script", arguments.count < 3 else { return nil }
    guard arguments.count == 2 else { return .autodetected() }
    return CompletionShell(rawValue: arguments[1])
  }

  static func text(for shell: CompletionShell) -> String {
    let script = Descent.completionScript(for: shell)
    switch shell {
    case .bash: return script + "\n" + wholeWords
    case .zsh: return adding(plainCandidates, to: withEqualsSigns(script))
    default: return script
    }
  }

  /// A script of zsh ends with what calls its function, so what is added stands before.
  static func adding(_ functions: String, to script: String) -> String {
    var lines = script.split(separator: "\n", omittingEmptySubsequences: false)
    let end = lines.lastIndex { $0.hasPrefix("if ") } ?? lines.endIndex
    lines.insert(Substring(functions + "\n"), at: end)
    return lines.joined(separator: "\n")
  }

  /// In zsh a value may follow its option's equals sign only where the option's name ends with one.
  private static func withEqualsSigns(_ script: String) -> String {
    // `'--name[What it is.]:value:…'`; what takes no value ends with the bracket.
    let option = /^( *'\*?--[a-z-]+)(\[.*\]:)/.anchorsMatchLineEndings()
    return script.replacing(option) { "\($0.output.1)=\($0.output.2)" }
  }

  /// Bash breaks words at colons and equals signs: the words are put together again for the script,
  /// and what Bash will keep is taken off the candidates.
  private static let wholeWords = #"""
    _descent_whole() {
        local -a whole=()
        local -i index
        local word start rest="${COMP_LINE:0:COMP_POINT}"
        for ((index = 0; index <= COMP_CWORD; index++)); do
            start="${rest#"${rest%%[![:space:]]*}"}"
            word="${COMP_WORDS[index]}"
            # The word under the cursor ends there.
            ((index == COMP_CWORD)) && word="$start"
            # What touches the piece before it belongs to it.
            if ((index > 0)) && [[ "$start" == "$rest" ]]; then
                whole[${#whole[@]} - 1]+="$word"
            else
                whole+=("$word")
            fi
            rest="${start#"$word"}"
        done
        local -i last=$((${#whole[@]} - 1))
        # An option's value may follow an equals sign, and stand in a quote that is open.
        if [[ "${whole[last]}" == --*=* ]]; then
            word="${whole[last]}"
            whole[last]="${word%%=*}"
            whole+=("${word#*=}")
            last+=1
        fi
        local current="${whole[last]#[\"\']}" previous="${whole[last - 1]}"
        whole[last]="$current"
        local kept="${current%"$2"}"
        # Where Bash has broken at the cursor the separator itself is its word.
        [[ "$current" == *[:=] && "$2" == [:=] ]] && kept="$current"

        local -a COMP_WORDS=("${whole[@]}")
        local -i COMP_CWORD=$last
        _descent "$1" "$current" "$previous"

        type compopt >/dev/null 2>&1 || return 0
        # Only names of files are quoted and followed by a slash.
        [[ -e "${COMPREPLY[0]}" || "${COMPREPLY[0]}" == "~"* ]] || compopt +o filenames
        for index in "${!COMPREPLY[@]}"; do
            [[ "${COMPREPLY[index]}" == *= ]] && compopt -o nospace
            COMPREPLY[index]="${COMPREPLY[index]#"$kept"}"
        done
    }

    complete -o filenames -F _descent_whole descent

    """#

  /// In zsh a candidate's colon would begin its description; none follows with a space that ends
  /// with an equals sign.
  private static let plainCandidates = #"""
    __descent_custom_complete() {
        local -a candidates given=("${command_line[@]}")
        # The word as it is meant, without a quote that is open.
        given[current_word_index+1]="${(Q)PREFIX}"
        candidates=("${(@f)"$("${command_name}" "${@[1,-2]}" "${#${(Q)PREFIX}}" "${given[@]}")"}")
        candidates=("${(@)candidates:#}")
        local -i found=1
        compadd -S '' -- "${(@M)candidates:#*=}" && found=0
        compadd -- "${(@)candidates:#*=}" && found=0
        return "${found}"
    }
    """#
}
