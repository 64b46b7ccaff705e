namespace EcsTools.Tests.Host;

public sealed class HostQuestionTests : HostTest
{
    [Theory]
    [InlineData("Y\n", "removed a\nremoved b\n", "Y")]
    [InlineData("A\n", "removed a\nremoved b\n")]
    [InlineData("yes to all\n", "removed a\nremoved b\n")]
    [InlineData("N\n", "removed b\n", "Y")]
    [InlineData("L\n", "")]
    [InlineData("\n", "removed a\n", "N")]
    public async Task A_confirmation_is_asked_and_heeded(string first, string removed, string second = "")
    {
        HostResult result = await RunWithInputAsync(first + second + "\n", "-Command", "'a', 'b' | Remove-Thing");

        string answers = string.Concat(result.Output.Split('\n').Where(line => line.StartsWith("removed", StringComparison.Ordinal)).Select(line => line + "\n"));
        Assert.Equal((0, removed, ""), (result.ExitCode, answers, result.Error));
    }

    [Fact]
    public async Task A_confirmation_looks_as_in_pwsh() =>
        Assert.Equal(
            """

            Confirm
            Are you sure you want to perform this action?
            Performing the operation "Remove the thing" on target "web".
            [Y] Yes  [A] Yes to All  [N] No  [L] No to All  [S] Suspend  [?] Help (default is "Y"): 

            """.ReplaceLineEndings("\n"),
            (await RunWithInputAsync("N\n", "-Command", "Remove-Thing web")).Output);

    [Fact]
    public async Task A_question_mark_explains_the_answers_and_asks_again()
    {
        HostResult result = await RunWithInputAsync("?\nN\n", "-Command", "Remove-Thing web");

        Assert.Contains("\nN - Skip this operation", result.Output);
        Assert.Equal(3, result.Output.Split("[Y] Yes").Length);
    }

    [Fact]
    public async Task A_suspended_command_goes_on_after_exit()
    {
        HostResult result = await RunWithInputAsync("S\n'in between'\nexit\nY\n", "-Command", "Remove-Thing web");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("in between\n", result.Output);
        Assert.EndsWith("removed web\n", result.Output);
    }

    [Fact]
    public async Task A_mandatory_parameter_is_asked_for() =>
        Assert.EndsWith("removed web\n", (await RunWithInputAsync("web\n", "-Command", "Remove-Thing -Confirm:$false")).Output);

    [Theory]
    [InlineData("[int] $X", "many\n7\n", "Int32 7")]
    [InlineData("[string[]] $X", "a\nb\n\n", "String[] a b")]
    [InlineData("[securestring] $X", "s3cret\n", "SecureString System.Security.SecureString")]
    public async Task A_mandatory_parameter_is_asked_for_as_its_type(string parameter, string input, string bound)
    {
        string script = WriteFile("ask.ps1", $"param([Parameter(Mandatory)] {parameter}) \"$($X.GetType().Name) $X\"");

        Assert.EndsWith($"\n{bound}\n", (await RunWithInputAsync(input, script)).Output);
    }

    [Fact]
    public async Task A_secret_is_read_as_a_secret() =>
        Assert.EndsWith("s3cret\n", (await RunWithInputAsync("s3cret\n", "-Command", "[Net.NetworkCredential]::new('', $Host.UI.ReadLineAsSecureString()).Password")).Output);

    [Fact]
    public async Task A_question_is_an_error_without_anyone_to_ask()
    {
        HostResult result = await RunWithInputAsync("Y\n", "-NonInteractive", "-Command", "Remove-Thing web");

        Assert.Equal("", result.Output);
        Assert.Contains("-NonInteractive", result.Error);
    }

    [Fact]
    public async Task A_question_that_the_input_ends_before_is_an_error()
    {
        HostResult result = await RunWithInputAsync("", "-Command", "Remove-Thing web");

        Assert.DoesNotContain("removed", result.Output);
        Assert.Contains("The input ended", result.Error);
    }
}
