<#
    The part of Pester 5's language that tests/Pester uses, for engines without Pester.
    A file is read first: the bodies of its blocks are run, their tests kept. Then a test is run, with what its blocks do before and after it; what a
    body has set is gone by then, as under Pester. Names here begin with Pester, because tests see them.
#>
$PesterTests = [Collections.Generic.List[object]]::new()
$PesterBlock = @{ Name = @(); Blocks = @(); BeforeAll = {}; BeforeEach = {}; AfterEach = {}; AfterAll = {} }
$PesterBlock.Blocks = @($PesterBlock)

# A block finds the one around it by its name: the nearest scope has it.
function Describe([string] $Name, [scriptblock] $Fixture) {
    $PesterOuter = $PesterBlock
    $PesterBlock = @{ Name = $PesterOuter.Name + $Name; BeforeAll = {}; BeforeEach = {}; AfterEach = {}; AfterAll = {} }
    $PesterBlock.Blocks = $PesterOuter.Blocks + $PesterBlock
    . $Fixture
}

function Context([string] $Name, [scriptblock] $Fixture) { Describe $Name $Fixture }

function BeforeDiscovery([scriptblock] $Do) { . $Do }

function BeforeAll([scriptblock] $Do) { $PesterBlock.BeforeAll = $Do }

function BeforeEach([scriptblock] $Do) { $PesterBlock.BeforeEach = $Do }

function AfterEach([scriptblock] $Do) { $PesterBlock.AfterEach = $Do }

function AfterAll([scriptblock] $Do) { $PesterBlock.AfterAll = $Do }

function It([string] $Name, [scriptblock] $Test, [Alias('ForEach')] [hashtable[]] $Cases = @(@{})) {
    foreach ($case in $Cases) {
        $expanded = [regex]::Replace($Name, '<(\w+)>', { param($found) "$($case[$found.Groups[1].Value])" })
        $path = ($PesterBlock.Name + $expanded) -join ' '
        if ($PesterTests | Where-Object Path -eq $path) { throw "There are two tests called '$path'." }
        $PesterTests.Add([pscustomobject] @{ Path = $path; Blocks = $PesterBlock.Blocks; Case = $case; Test = $Test })
    }
}

function Invoke-PesterTest([string] $Path) {
    $PesterTest = @($PesterTests | Where-Object Path -eq $Path)[0]
    if (-not $PesterTest) { throw "There is no test called '$Path'." }
    Invoke-PesterBlock $PesterTest.Blocks
}

# Each block has a scope of its own, within that of the block around it.
function Invoke-PesterBlock([object[]] $PesterLeft) {
    if (-not $PesterLeft) { return Invoke-PesterCase }
    $PesterNow, $PesterLeft = $PesterLeft
    try {
        . $PesterNow.BeforeAll
        Invoke-PesterBlock $PesterLeft
    }
    finally { . $PesterNow.AfterAll }
}

function Invoke-PesterCase {
    foreach ($PesterKey in $PesterTest.Case.Keys) { $ExecutionContext.SessionState.PSVariable.Set($PesterKey, $PesterTest.Case[$PesterKey]) }
    try {
        foreach ($PesterNow in $PesterTest.Blocks) { . $PesterNow.BeforeEach }
        . $PesterTest.Test
    }
    finally {
        for ($PesterIndex = $PesterTest.Blocks.Count; $PesterIndex-- -gt 0) { . $PesterTest.Blocks[$PesterIndex].AfterEach }
    }
}
