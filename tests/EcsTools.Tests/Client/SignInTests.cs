using EcsTools.Tests.Cmdlets;

namespace EcsTools.Tests.Client;

/// <summary>A profile whose SSO token has run out: somebody at the prompt signs in, and a script is told how.</summary>
[Collection(AloneCollection.Name)]
public sealed class SignInTests
{
    /// <summary>A start page of its own for each test: the SDK keeps the tokens of a page for the whole process.</summary>
    private readonly string start = $"https://{Guid.NewGuid():N}.awsapps.com/start";

    [Fact]
    public void At_a_prompt_a_code_is_shown_and_the_command_goes_on()
    {
        using var oidc = Oidc();
        using var portal = new HttpPeer(HttpPeer.Ok("""{"roleCredentials":{"accessKeyId":"SIGNEDIN","secretAccessKey":"x","sessionToken":"y","expiration":4102444800000}}"""));
        using var ecs = new HttpPeer(HttpPeer.Ok("""{"clusterArns":[]}"""));
        using var environment = Environment(oidc, portal);
        var host = new AnsweringHost();
        using var prompt = new EcsPrompt(host);
        prompt.Run($"Get-EcsCluster -ProfileName sso -Region us-east-1 -EndpointUrl {ecs.Url}").Clean();
        Assert.Contains("Credential=SIGNEDIN/", ecs.Received[0].Headers["authorization"], StringComparison.Ordinal);
        Assert.Contains(host.Lines, line => line.Contains("open https://device.example/ and enter the code ABCD-EFGH", StringComparison.Ordinal));
        Assert.Equal("new-token", portal.Received[0].Headers["x-amz-sso_bearer_token"]);
    }

    [Fact]
    public void Where_nobody_sits_nothing_is_asked_and_the_error_says_how()
    {
        using var oidc = Oidc();
        using var portal = new HttpPeer(HttpPeer.Ok("{}"));
        using var environment = Environment(oidc, portal).Set("CI", "true");
        using var prompt = new EcsPrompt(new AnsweringHost());
        var said = prompt.Run("Get-EcsCluster -ProfileName sso -Region us-east-1 -EndpointUrl http://127.0.0.1:1");
        Assert.Contains("aws sso login --profile sso", $"{said.Ended?.Message}{string.Join(' ', said.Errors)}", StringComparison.Ordinal);
        Assert.Empty(oidc.Received);
    }

    private static HttpPeer Oidc() => new(
        HttpPeer.Ok("""{"clientId":"c","clientSecret":"s","clientIdIssuedAt":1,"clientSecretExpiresAt":4102444800}"""),
        HttpPeer.Ok("""{"deviceCode":"d","userCode":"ABCD-EFGH","verificationUri":"https://device.example/","verificationUriComplete":"https://device.example/?code=ABCD-EFGH","expiresIn":600,"interval":1}"""),
        HttpPeer.Ok("""{"accessToken":"new-token","tokenType":"Bearer","expiresIn":3600}"""));

    private AwsEnvironment Environment(HttpPeer oidc, HttpPeer portal)
    {
        var home = Directory.CreateDirectory(Path.Combine(AwsSandbox.Folder, $"home-{Guid.NewGuid():N}")).FullName;
        return new AwsEnvironment().Set("HOME", home).Set("USERPROFILE", home).Set("CI", "").Set("BROWSER", "true").Set("AWS_ENDPOINT_URL_SSO", portal.Url).Set("AWS_ENDPOINT_URL_SSO_OIDC", oidc.Url)
            .Config($"[profile sso]\nsso_start_url = {start}\nsso_region = us-east-1\nsso_account_id = 123456789012\nsso_role_name = admin\n");
    }
}
