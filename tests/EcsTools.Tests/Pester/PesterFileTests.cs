using System.Management.Automation;

namespace EcsTools.Tests.Pester;

/// <summary>The runner of Pester's files must fail where Pester would.</summary>
public sealed class PesterFileTests : IDisposable
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"ecstools-{Guid.NewGuid():N}.Tests.ps1");

    public void Dispose() => File.Delete(path);

    [Theory]
    [InlineData("1 | Should -Be 1", "1 | Should -Be 2")]
    [InlineData("'a', 'b' | Should -Be 'a', 'b'", "'a', 'b' | Should -Be 'a', 'c'")]
    [InlineData("1 | Should -Be 1", "1, 2 | Should -Be 1")]
    [InlineData("1 | Should -Not -Be 2", "1 | Should -Not -Be 1")]
    [InlineData("'web:2' | Should -BeLike '*:2'", "'web:2' | Should -BeLike '*:3'")]
    [InlineData("3 | Should -BeGreaterOrEqual 3", "2 | Should -BeGreaterOrEqual 3")]
    [InlineData("@() | Should -BeNullOrEmpty", "@(1) | Should -BeNullOrEmpty")]
    [InlineData("$null | Should -BeNullOrEmpty", "'' | Should -Not -BeNullOrEmpty")]
    [InlineData("$true | Should -BeTrue", "$false | Should -BeTrue")]
    [InlineData("'a', 'b' | Should -Contain 'b'", "'a', 'b' | Should -Contain 'c'")]
    [InlineData("@() | Should -HaveCount 0", "@(1) | Should -HaveCount 0")]
    [InlineData("{ throw 'no room' } | Should -Throw", "{ } | Should -Throw")]
    [InlineData("{ throw 'no room' } | Should -Throw '*room'", "{ throw 'no room' } | Should -Throw 'room'")]
    [InlineData("{ throw 'no room' } | Should -Throw -ErrorId 'no*'", "{ throw 'no room' } | Should -Throw -ErrorId 'yes*'")]
    [InlineData("{ } | Should -Not -Throw", "{ throw 'no room' } | Should -Not -Throw")]
    [InlineData("Get-Command Get-Help | Should -BeTrue", "Get-Command Get-Nothing")]
    public void A_test_passes_that_holds_and_fails_that_does_not(string holds, string fails)
    {
        File.WriteAllText(path, $"Describe 'numbers' {{ It 'hold' {{ {holds} }}; It 'fail' {{ {fails} }} }}");
        var file = new PesterFile(path);
        file.Run("numbers hold");
        Assert.ThrowsAny<RuntimeException>(() => file.Run("numbers fail"));
    }

    [Theory]
    [InlineData("1 | Should -Bee 1")]
    [InlineData("1 | Should")]
    [InlineData("1 | Should -Be 1 -BeLike 1")]
    public void What_is_no_operator_is_an_error(string script)
    {
        File.WriteAllText(path, $"Describe 'x' {{ It 'y' {{ {script} }} }}");
        Assert.ThrowsAny<RuntimeException>(() => new PesterFile(path).Run("x y"));
    }

    [Fact]
    public void What_blocks_set_beforehand_is_seen_inside_them_and_nothing_else()
    {
        File.WriteAllText(path, """
            $top = 1
            BeforeAll { $all = 'all' }
            Describe 'a' {
                $body = 1
                BeforeEach { $each = "$all each" }
                Context 'b' {
                    BeforeAll { $inner = "$all inner" }
                    It 'sees' { "$each $inner" | Should -Be 'all each all inner' }
                    It 'is not told' { "$top$body" | Should -Be '' }
                }
                It 'is outside' { $inner | Should -BeNullOrEmpty }
                It 'has <name>' -ForEach @(@{ name = 'one'; value = 1 }, @{ name = 'two'; value = 2 }) { $value | Should -Be ([array]::IndexOf(@('', 'one', 'two'), $name)) }
            }
            """);
        var file = new PesterFile(path);
        Assert.Equal(["a b sees", "a b is not told", "a is outside", "a has one", "a has two"], file.Tests());
        Assert.All(file.Tests(), file.Run);
    }

    [Fact]
    public void What_comes_afterwards_is_done_after_failures_too_the_innermost_first()
    {
        File.WriteAllText(path, """
            Describe 'a' {
                BeforeAll { $log = [Collections.Generic.List[string]] @() }
                AfterAll { throw "$log" }
                AfterEach { $log.Add('a') }
                Context 'b' { AfterEach { $log.Add('b') }; AfterAll { $log.Add('all') }; It 'fails' { 1 | Should -Be 2 } }
            }
            """);
        Assert.Equal("b a all", Assert.ThrowsAny<RuntimeException>(() => new PesterFile(path).Run("a b fails")).Message);
    }

    [Fact]
    public void Two_tests_of_one_name_are_an_error()
    {
        File.WriteAllText(path, "Describe 'a' { It 'b' { }; It 'b' { } }");
        Assert.Contains("'a b'", Assert.ThrowsAny<RuntimeException>(() => new PesterFile(path).Tests()).Message, StringComparison.Ordinal);
    }
}
