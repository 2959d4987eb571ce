import { execFormInvalid } from '../../src/rules/exec-form-invalid.js';
import { testRule } from '../support/rule-table.js';

testRule(execFormInvalid, {
  finds: [
    {
      source: "FROM a\nCMD «['node', 'a.js']»\n",
      repaired: 'FROM a\nCMD ["node", "a.js"]\n',
      severity: 'error',
      safety: 'suggested',
    },
    { source: 'FROM a\nENTRYPOINT «["node", "a.js",]»', repaired: 'FROM a\nENTRYPOINT ["node", "a.js"]' },
    { source: 'FROM a\nCMD «["node" "a.js"]»', repaired: 'FROM a\nCMD ["node", "a.js"]' },
    { source: 'FROM a\nCMD «[node, a.js]»', repaired: 'FROM a\nCMD ["node", "a.js"]' },
    { source: 'FROM a\nCMD «["node", "a.js"»', repaired: 'FROM a\nCMD ["node", "a.js"]' },
    { source: 'FROM a\nCMD «["node, "a.js"]»', noFix: true, title: 'it would have to be guessed' },
    { source: 'FROM a\nCMD «[“node”, “a.js”]»', repaired: 'FROM a\nCMD ["node", "a.js"]' },
    { source: 'FROM a\nCMD «["C:\\app\\a.exe"]»', repaired: 'FROM a\nCMD ["C:\\\\app\\\\a.exe"]', without: ['escape'] },
    { source: 'FROM a\nCMD «["a"];»', noFix: true },
    { source: "FROM a\nRUN «['a', 'b c']»", repaired: 'FROM a\nRUN ["a", "b c"]' },
    { source: "FROM a\nRUN «[ 'a', 'b' ]»", repaired: 'FROM a\nRUN ["a", "b"]', title: 'a comma: no test' },
    { source: "FROM a\nCMD «[ 'a' ]»", repaired: 'FROM a\nCMD ["a"]' },
    {
      source: "FROM a\nHEALTHCHECK --interval=5s CMD «['a']»",
      repaired: 'FROM a\nHEALTHCHECK --interval=5s CMD ["a"]',
    },
    { source: "FROM a\nVOLUME «['/data']»\nVOLUME «[/data]»", repaired: 'FROM a\nVOLUME ["/data"]\nVOLUME ["/data"]' },
    { source: "FROM a\nCOPY --link «['a b', '/c/']»", repaired: 'FROM a\nCOPY --link ["a b", "/c/"]' },
    { source: 'FROM a\nADD «["a", "/c/",]»', repaired: 'FROM a\nADD ["a", "/c/"]' },
    { source: "FROM a\nONBUILD CMD «['a']»", repaired: 'FROM a\nONBUILD CMD ["a"]' },
    { source: 'FROM a\nCMD «["a", \\\n  "b",]»', noFix: true, title: 'over two lines' },
  ],
  silent: [
    'FROM a\nCMD ["node", "a.js"]',
    'FROM a\nCMD [ "node" , "a.js" ]\nENTRYPOINT []',
    'FROM a\nCMD node a.js',
    { source: 'FROM a\nRUN [ -f x ] && y', title: 'a test' },
    { source: 'FROM a\nRUN [ -n "$VERSION" ]\nRUN [ "$A" ]', title: 'a test' },
    { source: 'FROM a\nRUN [[ -f x ]] && y', title: 'a test' },
    { source: "FROM a\nCMD [ 'a' ] && b", title: 'a test' },
    { source: 'FROM a\nCMD ["a"] # comment', title: 'trailing-comment speaks' },
    { source: 'FROM a\nCMD ["a", 1]', title: 'build-error speaks' },
    { source: 'FROM a\nSHELL [bash]', title: 'build-error speaks' },
    { source: 'FROM a\nCOPY [a-z]* /x/', title: 'a pattern' },
    'FROM a\nCOPY ["a b", "/c/"]\nVOLUME ["/data"]',
    { source: 'FROM a\nSHELL ["powershell"]\nRUN [Environment]::Exit(0)', title: 'PowerShell' },
    'FROM a\nCMD ["sh", "-c", "echo [a]"]',
  ],
});
