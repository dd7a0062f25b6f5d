/**
 * Scripts that have a shell ask `verse __complete` for the words that may follow: one a line, with what it does behind a tab;
 * ":files" for the names of files. What may follow is told by the commands themselves, so that a script is never out of date.
 */

const bash = `# Completion of verse in bash. In ~/.bashrc: eval "$(verse completion bash)"
_verse() {
  local typed=\${COMP_WORDS[COMP_CWORD]} line
  COMPREPLY=()
  [[ $typed == = ]] && typed=
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$typed")
    else
      line=\${line%%$'\\t'*}
      # As it must be typed: within quotation marks what would end them, or be run, else all that is no plain letter.
      case $typed in
        "'"*) line=\${line//"'"/"'\\''"} ;;
        '"'*)
          line=\${line//'\\'/'\\\\'} line=\${line//'"'/'\\"'}
          line=\${line//'$'/'\\$'} line=\${line//'\`'/'\\\`'}
          ;;
        *) printf -v line %q "$line" ;;
      esac
      COMPREPLY+=("$line")
    fi
  done < <(verse __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _verse verse
`;

const zsh = `#compdef verse
# Completion of verse in zsh. In ~/.zshrc, after compinit: eval "$(verse completion zsh)"
_verse() {
  local line
  local -a known
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      _files
    else
      known+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done < <(verse __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( $#known )) && _describe verse known
}
compdef _verse verse
`;

const fish = `# Completion of verse in fish. As ~/.config/fish/completions/verse.fish: verse completion fish > that file
function __verse_complete
    set -l words (commandline -opc) (commandline -ct)
    set -e words[1]
    for line in (verse __complete -- $words 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (commandline -ct)
        else
            echo $line
        end
    end
end
complete -c verse -f -a '(__verse_complete)'
`;

export const completionScripts = { bash, zsh, fish } as const;

export type Shell = keyof typeof completionScripts;

export const shells = ['bash', 'zsh', 'fish'] as const satisfies readonly Shell[];
