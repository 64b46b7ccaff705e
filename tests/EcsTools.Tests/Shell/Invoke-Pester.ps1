# Runs tests/Pester with one release of Pester, and writes what became of each test, block and file as JSON.
param([string] $Pester, [string] $Path, [string] $ResultPath)

$ErrorActionPreference = 'Stop'
Import-Module $Pester
$run = Invoke-Pester -Configuration @{ Run = @{ Path = $Path; PassThru = $true }; Output = @{ Verbosity = 'None' } }

function Select-Result([Parameter(ValueFromPipeline)] $Of) {
    process {
        @{
            File    = Split-Path -Leaf ($Of.ScriptBlock.File ?? $Of.Item)
            Name    = "$($Of.ExpandedPath)"
            Result  = $Of.Result
            Message = "$($Of.ErrorRecord.DisplayErrorMessage -join "`n")"
            Trace   = "$($Of.ErrorRecord.DisplayStackTrace -join "`n")"
        }
    }
}

@{
    Version = "$((Get-Module Pester).Version)"
    Shell   = "$($PSVersionTable.PSVersion)"
    Tests   = @($run.Tests | Select-Result)
    Failed  = @(@($run.FailedContainers) + @($run.FailedBlocks) | Select-Result)
} | ConvertTo-Json -Depth 3 | Set-Content $ResultPath
