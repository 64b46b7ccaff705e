# Pester's Should, with the operators that tests/Pester uses. Any other is an error.
function Should {
    [CmdletBinding()]
    param(
        [Parameter(Position = 0)] $Expected,
        [Parameter(ValueFromPipeline)] $Actual,
        [switch] $Not,
        [switch] $Be,
        [switch] $BeLike,
        [switch] $BeGreaterOrEqual,
        [switch] $BeNullOrEmpty,
        [switch] $BeTrue,
        [switch] $Contain,
        [switch] $HaveCount,
        [switch] $Throw,
        [string] $ErrorId = '*'
    )
    begin { $all = [Collections.Generic.List[object]]::new() }
    process { $all.Add($Actual) }
    end {
        $one = if ($all.Count -eq 1) { $all[0] } else { $all }
        $operators = $PSBoundParameters.Keys -notmatch '^(Expected|Actual|Not|ErrorId)$'
        if ($operators.Count -ne 1) { throw "Should wants one operator, not '$operators'." }
        $thrown = $null
        $holds = switch ($operators) {
            Be {
                $wanted = @($Expected)
                $all.Count -eq $wanted.Count -and -not @(for ($i = 0; $i -lt $all.Count; $i++) { if ($all[$i] -ne $wanted[$i]) { 'differs' } })
            }
            BeLike { $one -like $Expected }
            BeGreaterOrEqual { $one -ge $Expected }
            BeNullOrEmpty { $all.Count -eq 0 -or ($all.Count -eq 1 -and ($null -eq $one -or "$one" -eq '')) }
            BeTrue { [bool] $one }
            Contain { $all -contains $Expected }
            HaveCount { $all.Count -eq $Expected }
            Throw {
                try { $null = & $one } catch { $thrown = $_ }
                $null -ne $thrown -and $thrown.Exception.Message -like ($Expected ?? '*') -and $thrown.FullyQualifiedErrorId -like $ErrorId
            }
        }
        if ($holds -eq $Not) {
            $got = if ($Throw) { $thrown ? "'$thrown' ($($thrown.FullyQualifiedErrorId))" : 'no error' } else { "'$($all -join "', '")'" }
            throw "Expected $($Not ? 'not ' : '')to $operators '$Expected', but got $got."
        }
    }
}
